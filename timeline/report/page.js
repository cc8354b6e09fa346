// Filters, list, article panel, corrections and saving, around the view. Every text of an article is set as text, never
// as markup. `root` holds explorer.html.j2, `library` is a promise of plotly.js; a page keeps its state in the address, a
// widget (`hooks`) hears of it.
function timelineExplorer(root, library, data, hooks) {
  const texts = data.texts, all = (selector) => [...root.querySelectorAll(selector)], one = (selector) => root.querySelector(selector);
  const box = one(".figure"), form = one(".filters"), list = one(".events");
  const more = one(".more"), CHUNK = 120, OPTIONS = 300, inPage = !hooks;
  const itemOf = (id) => list.querySelector("#" + CSS.escape(id));
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => (name in values ? values[name] : ""));
  const ms = (day) => (day ? Date.parse(day) : null);

  // ---------------------------------------------------------------- events
  // Offsets count characters; JavaScript counts UTF-16 units, so texts with characters beyond them are spread out.
  const spread = new Map();
  const points = (text, start, end) => {
    if (!/[\ud800-\udfff]/.test(text)) return text.slice(start, end);
    if (!spread.has(text)) spread.set(text, Array.from(text));
    return spread.get(text).slice(start, end).join("");
  };
  const piece = ([doc, name, quote, start, end, t0, t1, m0, m1, by, status, published, earliest, latest, edtf]) => ({
    doc, document: doc < 0 ? name : data.documents[doc].id, start, end, trigger: [t0, t1], time: m0 < 0 ? null : [m0, m1], by, status: data.statuses[status], published, earliest, latest, edtf,
    get quote() { return quote || points(data.documents[doc].text, start, end); },
  });
  const decoded = ([id, title, type, status, earliest, latest, edtf, who, where, confidence, parts, explanation, recurrence, anchor, evidence]) => {
    let pieces = null;
    return { id, title, type: data.types[type], status: data.statuses[status], earliest, latest, edtf, names: who.map((i) => data.names[i]), place: where < 0 ? "" : data.places[where], confidence, parts, explanation, recurrence, anchor,
      get evidence() { return pieces || (pieces = evidence.map(piece)); }, set evidence(value) { pieces = value; } };
  };
  const base = data.events.map(decoded), rivals = new Map();
  for (const pair of data.conflicts) for (const [one, other] of [pair, [...pair].reverse()]) rivals.set(one, [...(rivals.get(one) || []), other]);
  const sources = (event) => [...new Set(event.evidence.map((each) => each.document))];
  let events = [], byId = new Map(), drawn = new Map(), shown = [], selected = "", marked = "", rendered = 0, made = [], others = new Set(); // selected beside the one that is shown

  // ---------------------------------------------------------------- dates in words
  const words = { d: new Intl.DateTimeFormat(texts.locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }), m: new Intl.DateTimeFormat(texts.locale, { month: "long", year: "numeric", timeZone: "UTC" }), n: new Intl.DateTimeFormat(texts.locale, { month: "long", timeZone: "UTC" }) };
  const day = (iso) => words.d.format(new Date(iso));
  const when = (e) => {
    if (!e.earliest && !e.latest) return texts.no_date;
    if (e.status === "deadline" && e.latest) return fill(texts.by, { day: day(e.latest) });
    if (!e.latest) return fill(texts.after, { day: day(e.earliest) });
    if (!e.earliest) return fill(texts.before, { day: day(e.latest) });
    if (e.earliest === e.latest) return day(e.earliest);
    const month = edits.days(e.earliest.slice(0, 7)), year = edits.days(e.earliest.slice(0, 4));
    if (month && month.earliest === e.earliest && month.latest === e.latest) return fill(texts.in, { when: words.m.format(new Date(e.earliest)) });
    if (year && year.earliest === e.earliest && year.latest === e.latest) return fill(texts.in, { when: e.earliest.slice(0, 4) });
    const first = edits.days(e.earliest.slice(0, 7)), last = edits.days(e.latest.slice(0, 7));
    if (first && last && first.earliest === e.earliest && last.latest === e.latest) {
      const [from, to] = [e.earliest, e.latest].map((iso) => iso.slice(0, 4)), years = e.earliest.slice(5, 7) === "01" && e.latest.slice(5, 7) === "12";
      return fill(texts.span, years ? { first: from, last: to } : { first: (from === to ? words.n : words.m).format(new Date(e.earliest)), last: words.m.format(new Date(e.latest)) });
    }
    return fill(e.status === "ongoing" ? texts.fromto : texts.between, { first: day(e.earliest), last: day(e.latest) });
  };

  // ---------------------------------------------------------------- the view
  const hover = (id) => { const e = byId.get(id); return [["b", e.title], ["p", when(e) + " · " + texts[e.status]], ...(e.names.length ? [["p", e.names.join(", ")]] : []), ["i", "“" + e.evidence[0].quote.replace(/\s+/g, " ").slice(0, 260) + "”"]]; };
  const view = timelineView(box, library, texts, data.marks, { today: ms(data.today), network: data.network, hover, onSelect: (id) => select(id, true), onName: (name) => { ensure(form.elements.participant, name); filter(); remember(); } });
  const forView = (e) => ({ id: e.id, title: e.title, type: e.type, status: e.status, from: ms(e.earliest), to: ms(e.latest), names: e.names, place: e.place, sources: sources(e).map(titleOf), recurs: Boolean(e.recurrence), weight: 4 * e.evidence.length + 2 * e.names.length + 3 * e.confidence + (e.type === "OTHER" ? 0 : 2) });
  const titles = new Map(data.documents.map((doc) => [doc.id, doc.title]));
  const titleOf = (id) => titles.get(id) || id;

  const rebuild = () => {
    const done = made.length ? edits.apply(base, made) : { events: base, lost: [] };
    events = done.events;
    byId = new Map(events.map((e) => [e.id, e]));
    drawn = new Map(); // what the view is given, made when first shown
    haystacks.clear();
    const lost = one(".lost");
    lost.hidden = !done.lost.length;
    lost.textContent = fill(texts.lost_edits, { ids: done.lost.map((edit) => edit.event).join(", ") });
    const save = one("[data-save=edits]");
    if (!save) return;
    save.hidden = one("[data-undo]").hidden = !made.length;
    save.textContent = fill(texts.save_edits, { count: made.length });
  };

  // ---------------------------------------------------------------- theme
  const darkly = matchMedia("(prefers-color-scheme: dark)"), switcher = one("[data-theme-switch]");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : darkly.matches);
  const paint = () => { if (switcher) switcher.setAttribute("aria-pressed", String(isDark())); view.paint(isDark()); };
  if (switcher) switcher.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; paint(); });
  darkly.addEventListener("change", paint);

  // ---------------------------------------------------------------- filters
  const haystacks = new Map();
  const haystack = (e) => { if (!haystacks.has(e.id)) haystacks.set(e.id, [e.title, ...e.names, e.place, ...e.evidence.map((each) => each.quote)].join(" ").toLowerCase()); return haystacks.get(e.id); };
  const facets = { participant: (e) => e.names, type: (e) => [e.type], status: (e) => [e.status], place: (e) => (e.place ? [e.place] : []), source: sources };
  const sayOption = { type: (v) => texts[v], status: (v) => texts[v], source: titleOf };
  const tests = (want) => {
    const text = want.text.trim().toLowerCase(), found = {};
    for (const name of Object.keys(facets)) if (want[name]) found[name] = (e) => facets[name](e).includes(want[name]);
    if (want.from) found.from = (e) => (e.latest || "9999-12-31") >= want.from;
    if (want.to) found.to = (e) => (e.earliest || "0001-01-01") <= want.to;
    if (want.sure) found.sure = (e) => e.confidence >= Number(want.sure);
    if (text) found.text = (e) => haystack(e).includes(text);
    return found;
  };
  const ensure = (select, value) => { if (![...select.options].some((option) => option.value === value)) select.add(new Option(value, value)); select.value = value; };
  const recount = (want, tested) => {
    for (const name of Object.keys(facets)) {
      const others = Object.entries(tested).filter(([key]) => key !== name).map(([, test]) => test), counts = new Map();
      const pool = others.length ? (tested[name] ? events.filter((e) => others.every((test) => test(e))) : shown) : events;
      for (const e of pool) for (const value of facets[name](e)) counts.set(value, (counts.get(value) || 0) + 1);
      const ordered = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, OPTIONS);
      if (want[name] && !ordered.some(([value]) => value === want[name])) ordered.push([want[name], 0]);
      const select = form.elements[name], first = select.options[0];
      select.replaceChildren(first, ...ordered.map(([value, count]) => new Option((sayOption[name] ? sayOption[name](value) : value) + " (" + count + ")", value)));
      select.value = want[name];
    }
  };
  const filter = (fresh) => {
    const want = Object.fromEntries(new FormData(form)), tested = tests(want), asked = Object.values(tested);
    shown = asked.length ? events.filter((e) => asked.every((test) => test(e))) : events;
    form.elements.count.value = fill(texts.count, { shown: shown.length, all: events.length });
    view.show(shown.map((e) => { if (!drawn.has(e.id)) drawn.set(e.id, forView(e)); return drawn.get(e.id); }), fresh);
    document.documentElement.dataset.drawn = box.dataset.drawn;
    recount(want, tested);
    relist();
    if (hooks) hooks.shown(shown.map((e) => e.id));
  };
  form.addEventListener("input", () => { filter(); remember(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { filter(); remember(); }, 0));

  // ---------------------------------------------------------------- the list
  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
    element.append(...children.filter((child) => child !== null && child !== ""));
    return element;
  };
  const sentence = (each) => {
    const marks = [[...each.trigger, "trigger"], ...(each.time ? [[...each.time, "time"]] : [])].sort((a, b) => a[0] - b[0]);
    const line = make("p", { dir: "auto" }), quote = each.quote;
    let at = each.start;
    for (const [from, to, kind] of marks) {
      if (from < at) continue;
      line.append(points(quote, at - each.start, from - each.start), make("mark", { class: kind }, points(quote, from - each.start, to - each.start)));
      at = to;
    }
    line.append(points(quote, at - each.start));
    return line;
  };
  const item = (e) => {
    const story = e.evidence.map((each) => each.status), told = new Set(story).size > 1;
    const counted = /^(\w+) (\S+)$/.exec(e.anchor), target = counted && byId.get(counted[2]);
    const disputed = (rivals.get(e.id) || []).map((id) => byId.get(id)).filter(Boolean);
    const quotes = e.evidence.map((each) => make("blockquote", {}, sentence(each), make("footer", {},
      each.doc < 0 ? each.document : make("button", { type: "button", class: "open", "data-document": each.doc, "data-at": each.trigger[0], dir: "auto" }, titleOf(each.document)),
      each.published ? make("span", {}, " · ", make("time", { datetime: each.published }, each.published)) : "", each.by ? " · " + fill(texts.said_by, { name: each.by }) : "", told ? " · " + texts[each.status] : "")));
    return make("li", { id: e.id, class: "event" + (e.id === selected || others.has(e.id) ? " selected" : ""), "data-status": e.status, tabindex: "-1" },
      make("div", { class: "when" }, make("time", { datetime: e.earliest || e.latest || undefined }, when(e)), make("span", { class: "edtf", title: "EDTF" }, e.edtf)),
      make("div", { class: "what" },
        make("h2", {}, make("a", { href: "#" + e.id, dir: "auto" }, e.title)),
        make("p", { class: "facts" }, make("span", { class: "status " + e.status }, texts[e.status]), make("span", { class: "type", title: "PLOVER: " + e.type }, texts[e.type]), e.names.length ? make("span", { class: "who", dir: "auto" }, e.names.join(", ")) : "", e.place ? make("span", { class: "place", dir: "auto" }, e.place) : "",
          e.recurrence ? make("span", { class: "recurs" }, fill(texts.comes_back, { when: e.recurrence })) : "", make("span", { class: "sure", title: e.parts.map(([name, value]) => name + " " + Math.round(100 * value) + "%").join(", ") }, fill(texts.confidence, { percent: Math.round(100 * e.confidence) + "%" }))),
        ...quotes, told ? make("p", { class: "story" }, fill(texts.told_as, { story: story.map((status) => texts[status]).join(" → ") })) : "",
        make("p", { class: "why", dir: "auto" }, make("b", {}, texts.why), " " + e.explanation),
        target ? make("p", { class: "why" }, fill(texts.counted_from, { relation: counted[1] }), ": ", make("a", { href: "#" + target.id, class: "anchor" }, target.title)) : "",
        ...disputed.map((other) => make("p", { class: "why disputed" }, make("b", {}, texts.disputed + ":"), " ", make("a", { href: "#" + other.id, class: "anchor", dir: "auto" }, other.title), " · " + when(other) + " · " + other.evidence[0].document)),
        make("p", { class: "change" }, !inPage ? "" : make("button", { type: "button", class: "edit", "aria-expanded": "false" }, texts.edit))));
  };
  const render = (until) => {
    const next = shown.slice(rendered, until);
    list.append(...next.map(item));
    rendered += next.length;
    more.hidden = rendered >= shown.length;
    more.textContent = fill(texts.more, { count: Math.min(CHUNK, shown.length - rendered) });
  };
  const relist = () => {
    rendered = 0;
    list.replaceChildren();
    if (!shown.length) list.append(make("li", { class: "empty" }, events.length ? texts.nothing : texts.none_found));
    render(CHUNK);
  };
  more.addEventListener("click", () => render(rendered + CHUNK));
  new IntersectionObserver((seen) => { if (seen.some((entry) => entry.isIntersecting) && !more.hidden) render(rendered + CHUNK); }, { rootMargin: "600px" }).observe(more);
  addEventListener("beforeprint", () => render(5000));

  // ---------------------------------------------------------------- selection and state
  const select = (id, scroll) => {
    const place = shown.findIndex((e) => e.id === id);
    if (place < 0) return;
    if (place >= rendered) render(place + 20);
    for (const before of list.querySelectorAll(".selected")) before.classList.remove("selected");
    const now = itemOf(id);
    selected = id;
    others.clear();
    now.classList.add("selected");
    if (scroll) { now.scrollIntoView({ block: "center" }); now.focus({ preventScroll: true }); }
    remember();
    view.select(id);
    if (hooks && !quiet) hooks.selected([id]);
  };
  let quiet = false; // what the kernel selects is not told back to it
  const selectAll = (ids) => {
    const few = ids.filter((id) => byId.has(id));
    quiet = true;
    if (few.length) select(few[0], false);
    quiet = false;
    if (few.length) list.scrollTop = itemOf(few[0]).offsetTop - list.offsetTop;
    others = new Set(few.slice(1)); // those that the list does not hold yet are marked when it does
    const last = Math.max(...few.map((id) => shown.findIndex((e) => e.id === id)));
    if (last >= rendered) render(Math.min(last + 1, rendered + CHUNK));
    for (const id of others) if (itemOf(id)) itemOf(id).classList.add("selected");
  };
  let lanes = "type", mode = "timeline";
  const remember = () => {
    if (!inPage) return;
    const state = new URLSearchParams();
    for (const [key, value] of new FormData(form)) if (value) state.set(key, value);
    if (lanes !== "type") state.set("lanes", lanes);
    if (mode !== "timeline") state.set("view", mode);
    if (selected) state.set("event", selected);
    const text = state.toString();
    try { history.replaceState(null, "", text ? "#" + text : location.pathname + location.search); } catch { /* a file without history */ }
  };
  const chooser = one("select[name=lanes]");
  const setLanes = (by) => { lanes = chooser.value = by; view.lanes(by); };
  const setMode = (which) => {
    mode = which;
    for (const button of all("[data-mode]")) button.setAttribute("aria-pressed", String(button.dataset.mode === which));
    chooser.disabled = which === "network";
    one(".key").hidden = which === "network"; // its marks are the timeline's
    box.setAttribute("aria-label", which === "network" ? texts.network_label : texts.figure_label);
    view.mode(which);
  };
  chooser.addEventListener("change", () => { setLanes(chooser.value); remember(); });
  for (const button of all("[data-mode]")) button.addEventListener("click", () => { setMode(button.dataset.mode); remember(); });
  list.addEventListener("click", (event) => {
    const here = event.target.closest(".event");
    if (!here) return;
    if (event.target.closest("a[href^='#']")) { event.preventDefault(); const to = event.target.closest("a").getAttribute("href").slice(1); if (to !== here.id) return select(to, true); }
    if (event.target.closest(".edit")) return correct(here);
    if (!event.target.closest("button, input, select, form")) select(here.id, false);
    if (event.target.closest("h2 a")) select(here.id, false);
  });
  list.addEventListener("keydown", (event) => {
    const here = event.target.closest(".event");
    if (!here || !["ArrowDown", "ArrowUp"].includes(event.key) || event.target.closest("button, input, select")) return;
    const at = shown.findIndex((e) => e.id === here.id) + (event.key === "ArrowDown" ? 1 : -1);
    if (shown[at]) { event.preventDefault(); select(shown[at].id, true); }
  });

  // ---------------------------------------------------------------- corrections
  const store = "timeline-edits:" + data.title + ":" + data.documents.map((doc) => doc.id).join("|").slice(0, 200);
  const keep = () => { try { localStorage.setItem(store, JSON.stringify(made)); } catch { /* a page without storage */ } };
  const change = (...more) => { made = [...made, ...more]; keep(); rebuild(); filter(); };
  const correct = (here) => {
    const old = here.querySelector("form.correct"), e = byId.get(here.id), button = here.querySelector(".edit");
    button.setAttribute("aria-expanded", String(!old));
    if (old) return old.remove();
    const types = make("select", { name: "type" }, ...data.types.map((type) => new Option(texts[type], type, false, type === e.type)));
    const act = (name, text) => make("button", { type: "button", "data-do": name }, text);
    const sheet = make("form", { class: "correct" },
      make("label", {}, texts.edit_title + " ", make("input", { name: "title", value: e.title, dir: "auto" })), make("label", {}, texts.date + " (EDTF) ", make("input", { name: "edtf", value: e.edtf, size: "22" })), make("label", {}, texts.type + " ", types),
      make("button", { type: "submit" }, texts.edit_save), act("hide", texts.edit_hide), e.evidence.length > 1 ? act("split", texts.edit_split) : "", marked && marked !== e.id && byId.has(marked) ? act("merge", texts.edit_merge) : act("mark", texts.edit_mark), act("cancel", texts.edit_cancel));
    const target = () => ({ event: e.id, at: edits.at(e) });
    sheet.addEventListener("submit", (event) => {
      event.preventDefault();
      const want = Object.fromEntries(new FormData(sheet)), changes = [];
      if (want.edtf !== e.edtf) {
        const days = edits.days(want.edtf);
        if (!days) { sheet.elements.edtf.setCustomValidity("2018-06-12, 2018-06, 2018, 2018-06-12/2018-06-14"); sheet.reportValidity(); sheet.elements.edtf.setCustomValidity(""); return; }
        changes.push({ do: "date", ...target(), ...days });
      }
      if (want.title.trim() && want.title !== e.title) changes.push({ do: "rename", ...target(), title: want.title.trim() });
      if (want.type !== e.type) changes.push({ do: "type", ...target(), type: want.type });
      if (changes.length) { change(...changes); select(e.id, true); } else correct(here);
    });
    sheet.addEventListener("click", (event) => {
      const what = event.target.dataset.do;
      if (what === "hide" || what === "split") change({ do: what, ...target() });
      if (what === "mark") { marked = e.id; correct(here); here.classList.add("marked"); }
      if (what === "merge") { const other = byId.get(marked); marked = ""; change({ do: "merge", ...target(), with: other.id, with_at: edits.at(other) }); select(e.id, true); }
      if (what === "cancel") correct(here);
    });
    here.querySelector(".change").append(sheet);
    sheet.elements.title.focus();
  };
  if (inPage) one("[data-undo]").addEventListener("click", () => { made = made.slice(0, -1); keep(); rebuild(); filter(); });

  // ---------------------------------------------------------------- article panel
  const panel = one("dialog.article"), panelText = one(".article-text");
  const open = (index, at) => {
    const doc = data.documents[index];
    if (!doc) return;
    panel.querySelector("h2").textContent = doc.title;
    panel.querySelector("header p").textContent = doc.date;
    const body = panelText, marks = doc.times.map(([start, end]) => [start, end, "time", ""]);
    for (const e of events) for (const each of e.evidence) if (each.doc === index) marks.push([...each.trigger, "trigger", e.id]);
    marks.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    body.textContent = "";
    let position = 0, here = null;
    for (const [start, end, kind, event] of marks) {
      if (start < position) continue;
      body.append(points(doc.text, position, start));
      const mark = make(event ? "button" : "mark", { class: kind, type: event ? "button" : undefined, "data-event": event || undefined, title: event ? byId.get(event).title : undefined }, points(doc.text, start, end));
      if (start === at) here = mark;
      body.append(mark);
      position = end;
    }
    body.append(points(doc.text, position));
    if (!panel.open) panel.showModal();
    if (here) { here.classList.add("here"); here.scrollIntoView({ block: "center" }); } else body.scrollTop = 0;
  };
  root.addEventListener("click", (event) => {
    const button = event.target.closest(".open");
    if (button) open(Number(button.dataset.document), Number(button.dataset.at));
    if (event.target.closest("[data-close]")) panel.close();
    const mark = event.target.closest(".article-text [data-event]");
    if (mark) { panel.close(); select(mark.dataset.event, true); }
  });

  // ---------------------------------------------------------------- saving
  const cell = (value) => { const text = String(value), safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text; return '"' + safe.replace(/"/g, '""') + '"'; };
  const plain = (e) => ({ id: e.id, title: e.title, type: e.type, status: e.status, earliest: e.earliest, latest: e.latest, edtf: e.edtf, participants: e.names, place: e.place, confidence: e.confidence, explanation: e.explanation, sources: sources(e), quote: e.evidence[0].quote.replace(/\s+/g, " ") });
  const compact = (iso) => iso.replace(/-/g, ""), escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\s+/g, " ");
  const folded = (line) => line.replace(/(.{60})/gu, "$1\r\n ");
  const kinds = {
    csv: () => ["text/csv", ["id,title,type,status,earliest,latest,edtf,participants,place,confidence,sources,quote,explanation", ...shown.map(plain).map((e) => [e.id, e.title, e.type, e.status, e.earliest, e.latest, e.edtf, e.participants.join("; "), e.place, e.confidence, e.sources.join("; "), e.quote, e.explanation].map(cell).join(","))].join("\r\n")],
    json: () => ["application/json", JSON.stringify(shown.map(plain), null, 1)],
    ics: () => ["text/calendar", ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//diplomatic-timeline//EN", ...shown.filter((e) => e.earliest || e.latest).flatMap((e) => {
      const start = e.earliest || e.latest, last = new Date((e.latest || e.earliest) + "T00:00:00Z");
      last.setUTCDate(last.getUTCDate() + 1);
      return ["BEGIN:VEVENT", "UID:" + e.id + "@diplomatic-timeline", "DTSTAMP:" + compact(start) + "T000000Z", "DTSTART;VALUE=DATE:" + compact(start), "DTEND;VALUE=DATE:" + compact(last.toISOString().slice(0, 10)), folded("SUMMARY:" + escaped(e.title)), folded("DESCRIPTION:" + escaped(e.explanation)), "END:VEVENT"];
    }), "END:VCALENDAR", ""].join("\r\n")],
    edits: () => ["application/json", JSON.stringify({ version: 1, edits: made }, null, 1)],
  };
  const offer = (url, name) => { const link = document.createElement("a"); link.href = url; link.download = name; link.click(); };
  if (inPage) one(".tools").addEventListener("click", async (event) => {
    const kind = event.target.dataset.save;
    if (kind === "png") return offer(await view.image(), "timeline.png");
    if (!kinds[kind]) return;
    const [type, text] = kinds[kind](), url = URL.createObjectURL(new Blob([text], { type }));
    offer(url, kind === "edits" ? "edits.json" : "timeline." + kind);
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  });

  // ---------------------------------------------------------------- start, from the address
  try { if (inPage) made = JSON.parse(localStorage.getItem(store) || "[]"); } catch { made = []; }
  const start = inPage ? location.hash.slice(1) : "", state = new URLSearchParams(start.includes("=") ? start : "event=" + start);
  rebuild();
  for (const [key, value] of state) if (form.elements[key] && key !== "count") { if (form.elements[key].options) ensure(form.elements[key], value); else form.elements[key].value = value; }
  view.paint(isDark());
  if (state.get("lanes") && [...chooser.options].some((option) => option.value === state.get("lanes"))) { lanes = chooser.value = state.get("lanes"); view.lanes(lanes); }
  filter(true);
  if (switcher) switcher.setAttribute("aria-pressed", String(isDark()));
  if (state.get("view") === "network") setMode("network");
  if (state.get("event")) select(state.get("event"), true);
  performance.mark("timeline-drawn");
  view.live.then((live) => {
    performance.mark("timeline-live");
    document.documentElement.dataset.figure = live ? "live" : "still";
    if (live) return;
    box.after(make("p", { class: "still", role: "status" }, texts.still));
    if (inPage) one("[data-save=png]").hidden = true;
  });
  return { select: selectAll, paint };
}
