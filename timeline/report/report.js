"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = new Map(data.events.map((event) => [event.id, event]));
  const figure = document.getElementById("timeline-figure");
  const form = document.querySelector(".filters");
  const root = document.documentElement;
  let selected = "";

  // ---------------------------------------------------------------- theme
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const switcher = document.querySelector("[data-theme-switch]");
  const paint = () => {
    switcher.setAttribute("aria-pressed", String(isDark()));
    const ink = isDark() ? "#c9d1db" : "#3b424b";
    if (figure.data) Plotly.relayout(figure, { "font.color": ink, "xaxis.rangeselector.font.color": ink, "xaxis.rangeselector.activecolor": isDark() ? "#44505e" : "#c9d3df" });
  };
  switcher.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; paint(); });
  dark.addEventListener("change", paint);

  // ---------------------------------------------------------------- figure
  const traces = data.figure.data;
  const config = { displaylogo: false, responsive: true, scrollZoom: false, showSendToCloud: false, modeBarButtonsToRemove: ["select2d", "lasso2d", "autoScale2d"] };
  let shown = new Set(byId.keys());

  // Labels stand behind their marks. One that would touch the next mark of its row is shortened or left out;
  // zooming in makes room for it.
  const lastDay = new Map();
  for (const event of data.events) lastDay.set(event.id, Date.parse(event.latest || event.earliest));
  const relabel = () => {
    const layout = figure._fullLayout;
    if (!layout || !layout.xaxis || !layout.xaxis.d2p) return;
    const rows = new Map();
    for (const trace of traces) {
      if (!trace.ids) continue;
      trace.ids.forEach((id, point) => {
        if (!shown.has(id)) return;
        const y = value(trace.y, point), end = lastDay.get(id);
        if (!rows.has(y)) rows.set(y, []);
        rows.get(y).push({ id, y, end, left: layout.xaxis.d2p(value(trace.x, point)), right: layout.xaxis.d2p(end) });
      });
    }
    const annotations = [], width = layout.xaxis._length;
    for (const row of rows.values()) {
      row.sort((a, b) => a.left - b.left);
      row.forEach((mark, i) => {
        if (mark.right < 0 || mark.right > width) return;
        const room = (i + 1 < row.length ? row[i + 1].left - 10 : width) - mark.right - 12;
        const fits = Math.floor(room / 6.4), title = byId.get(mark.id).title;
        const text = title.length <= fits && title.length <= 60 ? title : fits >= 14 ? cut(title, Math.min(fits, 46)) : "";
        if (text) annotations.push({ x: mark.end, y: mark.y, text: escape(text), name: mark.id, xanchor: "left", yanchor: "middle", xshift: 8, showarrow: false, font: { size: 11 } });
      });
    }
    const now = JSON.stringify(annotations);
    if (now !== labelled) { labelled = now; Plotly.relayout(figure, { annotations }); }
  };
  let labelled = "";
  const value = (list, i) => (list.bdata ? decoded(list)[i] : list[i]);
  const arrays = new Map();
  const decoded = (list) => {
    if (!arrays.has(list)) {
      const bytes = Uint8Array.from(atob(list.bdata), (c) => c.charCodeAt(0)).buffer;
      const kinds = { i1: Int8Array, i2: Int16Array, i4: Int32Array, u1: Uint8Array, u2: Uint16Array, u4: Uint32Array, f4: Float32Array, f8: Float64Array };
      arrays.set(list, new kinds[list.dtype](bytes));
    }
    return arrays.get(list);
  };
  const cut = (text, size) => { const part = text.slice(0, size - 1); return part.slice(0, Math.max(part.lastIndexOf(" "), 8)) + "…"; };
  const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const restate = () => {
    const numbers = [], opacity = [], size = [];
    traces.forEach((trace, number) => {
      if (!trace.ids) return;
      numbers.push(number);
      opacity.push(trace.ids.map((id) => (shown.has(id) ? 1 : 0.07)));
      size.push(trace.ids.map((id) => (id === selected ? 18 : 11)));
    });
    if (numbers.length && figure.data) Plotly.restyle(figure, { "marker.opacity": opacity, "marker.size": size }, numbers).then(relabel);
  };
  const draw = () => {
    const narrow = figure.clientWidth < 640;
    const layout = { ...data.figure.layout };
    if (narrow) {
      layout.margin = { ...layout.margin, l: 78, r: 6 };
      layout.height = Math.max(300, Math.round(data.figure.layout.yaxis.range[0] * 14 + 120));
    }
    Plotly.newPlot(figure, traces.map((trace) => (trace.marker ? { ...trace, marker: { ...trace.marker } } : { ...trace })), layout, config).then(() => {
      root.dataset.drawn = String(traces.reduce((sum, trace) => sum + (trace.ids ? trace.ids.length : 0), 0));
      figure.on("plotly_click", (click) => { const id = click.points[0] && click.points[0].customdata; if (id) select(id, true); });
      figure.on("plotly_relayout", (change) => { if (!("annotations" in change)) setTimeout(relabel, 0); });
      paint();
      relabel();
      restate();
    });
  };

  // ---------------------------------------------------------------- selection and state
  const select = (id, scroll) => {
    if (!byId.has(id)) return;
    const before = document.querySelector(".event.selected");
    if (before) before.classList.remove("selected");
    selected = id;
    const item = document.getElementById(id);
    item.classList.add("selected");
    if (scroll) { item.scrollIntoView({ block: "center" }); item.focus({ preventScroll: true }); }
    remember();
    restate();
  };
  const remember = () => {
    const state = new URLSearchParams();
    for (const [key, value] of new FormData(form)) if (value) state.set(key, value);
    if (selected) state.set("event", selected);
    const text = state.toString();
    try { history.replaceState(null, "", text ? "#" + text : location.pathname + location.search); } catch { /* a file without history */ }
  };
  const filter = () => {
    const want = Object.fromEntries(new FormData(form));
    const text = want.text.trim().toLowerCase();
    shown = new Set();
    for (const event of data.events) {
      const keep =
        (!want.type || event.type === want.type) &&
        (!want.status || event.status === want.status) &&
        (!want.participant || event.participants.includes(want.participant)) &&
        (!want.from || (event.latest || "9999-12-31") >= want.from) &&
        (!want.to || (event.earliest || "0001-01-01") <= want.to) &&
        (!text || (event.title + " " + event.participants.join(" ") + " " + event.place + " " + event.quote).toLowerCase().includes(text));
      if (keep) shown.add(event.id);
      document.getElementById(event.id).hidden = !keep;
    }
    form.elements.count.value = shown.size + " of " + data.events.length;
    restate();
  };
  form.addEventListener("input", () => { filter(); remember(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { filter(); remember(); }, 0));
  document.getElementById("events").addEventListener("click", (event) => {
    const item = event.target.closest(".event");
    if (!item) return;
    if (event.target.closest("h2 a")) event.preventDefault();
    if (!event.target.closest(".open")) select(item.id, false);
  });
  document.getElementById("events").addEventListener("keydown", (event) => {
    const item = event.target.closest(".event");
    if (!item || !["ArrowDown", "ArrowUp"].includes(event.key) || event.target.tagName === "BUTTON") return;
    const list = [...document.querySelectorAll(".event:not([hidden])")];
    const next = list[list.indexOf(item) + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) { event.preventDefault(); select(next.id, true); }
  });

  // ---------------------------------------------------------------- article panel
  const panel = document.getElementById("article");
  const open = (id, at) => {
    const doc = data.documents[id];
    if (!doc) return;
    document.getElementById("article-title").textContent = doc.title;
    document.getElementById("article-date").textContent = doc.date;
    const body = document.getElementById("article-text");
    body.textContent = "";
    let position = 0, here = null;
    for (const [start, end, kind, event] of doc.marks) {
      if (start < position) continue;
      body.append(points(doc.text, position, start));
      const mark = document.createElement("mark");
      mark.className = kind;
      mark.textContent = points(doc.text, start, end);
      if (event) { mark.dataset.event = event; mark.title = byId.get(event) ? byId.get(event).title : ""; }
      if (start === at) here = mark;
      body.append(mark);
      position = end;
    }
    body.append(points(doc.text, position));
    if (!panel.open) panel.showModal();
    if (here) { here.classList.add("here"); here.scrollIntoView({ block: "center" }); } else body.scrollTop = 0;
  };
  // Offsets count characters; JavaScript counts UTF-16 units, so texts with characters beyond them are spread out.
  const spread = new Map();
  const points = (text, start, end) => {
    if (!/[\ud800-\udfff]/.test(text)) return text.slice(start, end);
    if (!spread.has(text)) spread.set(text, Array.from(text));
    return spread.get(text).slice(start, end).join("");
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest(".open");
    if (button) open(button.dataset.document, Number(button.dataset.at));
    if (event.target.closest("[data-close]")) panel.close();
    const mark = event.target.closest("#article-text mark[data-event]");
    if (mark) { panel.close(); select(mark.dataset.event, true); }
  });

  // ---------------------------------------------------------------- saving
  const cell = (value) => { const text = String(value); const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text; return '"' + safe.replace(/"/g, '""') + '"'; };
  const kinds = {
    csv: ["text/csv", (events) => ["id,title,type,status,earliest,latest,edtf,participants,place,confidence,sources,quote,explanation", ...events.map((e) => [e.id, e.title, e.type, e.status, e.earliest, e.latest, e.edtf, e.participants.join("; "), e.place, e.confidence, e.sources.join("; "), e.quote, e.explanation].map(cell).join(","))].join("\r\n")],
    json: ["application/json", (events) => JSON.stringify(events, null, 1)],
    ics: ["text/calendar", (events) => ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//diplomatic-timeline//EN", ...events.filter((e) => e.earliest || e.latest).flatMap((e) => {
      const start = e.earliest || e.latest, last = new Date((e.latest || e.earliest) + "T00:00:00Z");
      last.setUTCDate(last.getUTCDate() + 1);
      const compact = (day) => day.replace(/-/g, "");
      const plain = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\s+/g, " ");
      return ["BEGIN:VEVENT", "UID:" + e.id + "@diplomatic-timeline", "DTSTAMP:" + compact(start) + "T000000Z", "DTSTART;VALUE=DATE:" + compact(start), "DTEND;VALUE=DATE:" + compact(last.toISOString().slice(0, 10)), "SUMMARY:" + plain(e.title), "DESCRIPTION:" + plain(e.explanation), "END:VEVENT"];
    }), "END:VCALENDAR", ""].join("\r\n")],
  };
  document.querySelector(".tools").addEventListener("click", (event) => {
    const kind = kinds[event.target.dataset.save];
    if (!kind) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([kind[1](data.events.filter((e) => shown.has(e.id)))], { type: kind[0] }));
    link.download = "timeline." + event.target.dataset.save;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });

  // ---------------------------------------------------------------- start, from the address
  const start = location.hash.slice(1);
  const state = new URLSearchParams(start.includes("=") ? start : "event=" + start);
  for (const [key, value] of state) if (form.elements[key] && key !== "count") form.elements[key].value = value;
  filter();
  draw();
  if (state.get("event")) select(state.get("event"), true);
})();
