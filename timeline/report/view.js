// A timeline of events and a network of who took part in them, drawn with Plotly, and as a sketch until it is there.
// Knows nothing of the page around it. `library` is a promise of plotly.js.
//
// An event is {id, title, type, status, from, to, names, place, sources, recurs, weight}: `from` and `to` are UTC
// milliseconds, null where that end is open; `weight` decides who gets a label first.
function timelineView(box, library, texts, style, options) {
  const DAY = 86400000, ROW = 24, MOST = 1200, LANES = 20, GAP = "\u2002\u2002", COLOURS = style.on_light.length;
  // Plotly shows its buttons on hovering; where nothing hovers they would stand over the labels of the axis all the time
  const hovers = !window.matchMedia || !window.matchMedia("(hover: none)").matches;
  const config = { displayModeBar: hovers ? "hover" : false, displaylogo: false, responsive: true, scrollZoom: false, showSendToCloud: false, modeBarButtonsToRemove: ["select2d", "lasso2d", "autoScale2d", "toImage"] };
  const pen = document.createElement("canvas").getContext("2d");
  let events = [], lanesBy = "type", mode = "timeline", selected = "", windowNow = null, drawnFrom = 0, drawnScale = 0, dark = false, where = new Map(), Plotly = null;

  // ---------------------------------------------------------------- small things
  const BARE = 1.5; // how far a lane may grow for marks without a title, in its rows
  const ARROW = 14; // pixels from a mark to the arrow of an open end, which its title must not touch
  const beyond = (known) => (known === null ? ARROW : 0);
  const begin = (e) => (e.from === null ? e.to : e.from), end = (e) => (e.to === null ? e.from : e.to);
  const dated = (e) => e.from !== null || e.to !== null;
  const middle = (e) => (e.status === "deadline" ? end(e) : (begin(e) + end(e)) / 2);
  const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const cut = (text, size) => { if (text.length <= size) return text; const part = text.slice(0, size - 1); return part.slice(0, Math.max(part.lastIndexOf(" "), Math.min(8, size - 1))) + "…"; };
  const laneOf = (e) => ({ type: texts[e.type], status: texts[e.status], participant: e.names[0] || texts.nobody, place: e.place || texts.nowhere, source: e.sources[0] || "" })[lanesBy];
  const narrow = () => box.clientWidth < 640;
  let gutter = 118; // of the lanes' names: as wide as the longest, within bounds; on a phone they stand above their lanes
  const head = () => (narrow() ? 1 : 0);
  const inner = () => Math.max(120, box.clientWidth - gutter - (narrow() ? 6 : 16));
  const nameOf = (lane) => cut(lane.charAt(0).toUpperCase() + lane.slice(1), narrow() ? 40 : 18);
  const gutterOf = (lanes) => narrow() ? 6 : Math.min(134, Math.max(...lanes.names.map((name) => 1.1 * widthOf(nameOf(name))), 24) + 10);
  const colour = (lane) => (dark ? style.on_dark : style.on_light)[lane % COLOURS];
  const widths = new Map();
  const widthOf = (text) => { if (!widths.has(text)) { pen.font = "11px system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"; widths.set(text, pen.measureText(text).width * 1.04 + 6); if (widths.size > 20000) widths.clear(); } return widths.get(text) || pen.measureText(text).width * 1.04 + 6; };

  // ---------------------------------------------------------------- what is seen
  const extent = (list) => {
    let first = Infinity, last = -Infinity;
    for (const e of list) { first = Math.min(first, begin(e)); last = Math.max(last, end(e)); }
    return list.length ? withMargin(first, last) : withMargin(options.today || 946684800000, (options.today || 946684800000) + 300 * DAY);
  };
  const withMargin = (first, last) => { const margin = Math.max((last - first) / 25, 2 * DAY); return [first - margin, last + 2 * margin]; };
  // A few events far from the rest (an armistice of 1953 among the news of 2018) do not make the first view.
  const firstWindow = (list) => {
    if (list.length < 3) return extent(list);
    const begins = list.map(begin).sort((a, b) => a - b), ends = list.map(end).sort((a, b) => a - b);
    const last = ends[ends.length - 1 - Math.floor(ends.length / 50)], whole = ends[ends.length - 1] - begins[0];
    // up to a quarter of them may lie far before the rest: what a report of today tells of long ago
    const first = [1, 2, 3, 4, 5].map((n) => begins[Math.floor((begins.length * n) / 20)])
      .reduce((from, later) => (last - later < ((last - from) * 2) / 3 ? later : from), begins[0]);
    return whole > 3 * Math.max(last - first, 30 * DAY) ? withMargin(first, last) : extent(list);
  };
  const lanesOf = (list) => {
    const counts = new Map();
    for (const e of list) { const name = laneOf(e); counts.set(name, (counts.get(name) || 0) + 1); }
    const ordered = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
    const names = ordered.length > LANES ? [...ordered.slice(0, LANES - 1), texts.others] : ordered;
    const index = new Map(names.map((name, i) => [name, i]));
    return { names, indexOf: (e) => { const i = index.get(laneOf(e)); return i === undefined ? names.length - 1 : i; } };
  };

  // Rows in each lane, the most telling events first, so that neither marks nor titles touch; a title that finds no
  // room is shortened, then left out, and comes back when the reader zooms in. A lane grows by half for marks alone.
  const place = (list, lanes, from, scale) => {
    const sizes = lanes.names.map(() => 0);
    for (const e of list) sizes[lanes.indexOf(e)] += 1;
    const limits = sizes.map((size) => Math.max(2, Math.min(26, Math.floor((64 * size) / Math.max(list.length, 1)))));
    const rows = lanes.names.map(() => []), placed = [], crowded = new Set(), width = inner();
    const free = (row, left, right) => row.every(([l, r]) => right <= l || left >= r);
    for (const e of [...list].sort((a, b) => b.weight - a.weight || begin(a) - begin(b) || (a.id < b.id ? -1 : 1))) {
      const lane = lanes.indexOf(e), mine = rows[lane], left = (begin(e) - from) * scale - 9 - beyond(e.from), right = (end(e) - from) * scale + 9 + beyond(e.to);
      const title = (e.recurs ? "↻ " : "") + e.title, seen = end(e) >= from && left + 9 < width;
      let at = -1, label = "", before = false;
      for (const size of seen ? [60, 34, 20, 0] : [0]) {
        if (size && title.length > 60 && size === 60) continue;
        label = size ? cut(title, size) : "";
        const room = label ? widthOf(label) + 12 : 0;
        before = right + room > width && left - room > 0;
        if (label && !before && right + room > width) continue;
        const span = before ? [left - room, right] : [left, right + room];
        at = mine.findIndex((row) => free(row, ...span));
        if (at < 0 && mine.length < limits[lane] * (label ? 1 : BARE)) { mine.push([]); at = mine.length - 1; }
        if (at >= 0) { mine[at].push(span); break; }
      }
      if (at < 0) crowded.add(lane);
      placed.push({ e, lane, row: at, label: at < 0 ? "" : label, before, title, span: at < 0 ? null : mine[at][mine[at].length - 1] });
    }
    for (const p of placed) if (p.label && p.label !== p.title) lengthen(p, rows[p.lane][p.row], width);
    for (const p of placed) if (p.row < 0) p.row = rows[p.lane].length; // what finds no room shares a last row, without titles
    return { placed, heights: rows.map((lane, i) => Math.max(lane.length + crowded.has(i), 1)) };
  };

  // A title that was shortened takes what room its row has left when all are placed.
  const lengthen = (p, row, width) => {
    const others = row.filter((span) => span !== p.span), bare = widthOf(p.label) + 12, [left, right] = p.span;
    const end = p.before ? Math.max(0, ...others.map((span) => span[1]).filter((at) => at <= left)) : Math.min(width, ...others.map((span) => span[0]).filter((at) => at >= right));
    const room = bare + (p.before ? left - end : end - right);
    let least = p.label.length, most = p.title.length;
    while (least < most) {
      const size = Math.ceil((least + most) / 2);
      if (widthOf(cut(p.title, size)) + 12 <= room) least = size; else most = size - 1;
    }
    p.label = cut(p.title, least);
    const more = widthOf(p.label) + 12 - bare;
    if (p.before) p.span[0] -= more; else p.span[1] += more;
  };

  // ---------------------------------------------------------------- the timeline
  const draw = () => {
    if (mode === "network") return drawNetwork();
    const list = events.filter(dated), lanes = lanesOf(list);
    windowNow = windowNow || firstWindow(list);
    gutter = gutterOf(lanes);
    const [x0, x1] = windowNow, scale = inner() / Math.max(x1 - x0, DAY);
    drawnFrom = x0;
    drawnScale = scale;
    const seen = list.filter((e) => end(e) >= x0 && begin(e) <= x1);
    const dense = seen.length > MOST;
    const near = list.length <= MOST ? list : list.filter((e) => end(e) >= x0 - (x1 - x0) && begin(e) <= x1 + (x1 - x0));
    const drawn = dense ? [] : near.length <= 2 * MOST ? near : seen;
    const { placed, heights } = dense ? { placed: [], heights: lanes.names.map(() => 2) } : place(drawn, lanes, x0, scale);
    const offsets = []; let total = 0;
    for (const height of heights) { offsets.push(total + head()); total += height + head(); }
    where = new Map();
    const traces = dense ? densities(list, lanes, offsets, x0, x1) : [...marks(placed, lanes, offsets), ...titles(placed, offsets)];
    box.dataset.drawn = String(drawn.length);
    box.dataset.aggregated = String(list.length - drawn.length);
    box.dataset.undated = String(events.length - list.length);
    range(list, held);
    return put(traces, layoutOf(lanes, heights, offsets, total, extent(list)));
  };
  const put = async (traces, layout) => {
    if (!Plotly) return timelineSketch(box, traces, layout);
    if (box.querySelector(":scope > .sketch")) box.replaceChildren();
    await Plotly.react(box, traces, layout, config);
    listen();
  };
  const live = library.then((loaded) => { Plotly = loaded; return drawnScale || mode === "network" ? draw() : null; }).then(() => true, () => false);

  // Titles are a trace of text, a tenth of the time of annotations; spaces keep them off their marks.
  const titles = (placed, offsets) => {
    const labelled = placed.filter((p) => p.label), ink = dark ? "#c9d1db" : "#3b424b";
    const text = (p) => { const said = escape(p.label), struck = p.e.status === "cancelled" || p.e.status === "denied" ? "<s>" + said + "</s>" : said; return p.before ? struck + GAP : GAP + struck; };
    return [{ type: "scatter", mode: "text", cliponaxis: true, x: labelled.map((p) => (p.before ? begin(p.e) - beyond(p.e.from) / drawnScale : end(p.e) + beyond(p.e.to) / drawnScale)), y: labelled.map((p) => offsets[p.lane] + p.row), text: labelled.map(text), textposition: labelled.map((p) => (p.before ? "middle left" : "middle right")), textfont: { size: 11, color: ink }, hoverinfo: "skip", showlegend: false }];
  };

  // One trace for what looks alike, not one for each event or lane: a trace costs more than a mark.
  const marks = (placed, lanes, offsets) => {
    const traces = [], y = (p) => offsets[p.lane] + p.row;
    const lines = (few, shrink, colour, opacity) => {
      const xs = [], ys = [];
      for (const p of few) { const off = ((p.e.to - p.e.from) * shrink) / 2; xs.push(p.e.from + off, p.e.to - off, null); ys.push(y(p), y(p), null); }
      if (xs.length) traces.push({ type: "scatter", mode: "lines", x: xs, y: ys, line: { color: colour, width: 9 }, opacity, hoverinfo: "skip", showlegend: false });
    };
    for (let tint = 0; tint < Math.min(COLOURS, lanes.names.length); tint += 1) {
      const mine = placed.filter((p) => p.lane % COLOURS === tint);
      const spans = mine.filter((p) => p.e.from !== null && p.e.to !== null && p.e.from !== p.e.to && p.e.status !== "deadline");
      lines(spans.filter((p) => p.e.status === "ongoing"), 0, colour(tint), 0.6);
      const unsure = spans.filter((p) => p.e.status !== "ongoing"); // a band that fades towards the ends of what is possible
      lines(unsure, 0, colour(tint), 0.16); lines(unsure, 0.5, colour(tint), 0.2);
      if (!mine.length) continue;
      mine.forEach((p, i) => where.set(p.e.id, [traces.length, i]));
      traces.push({
        type: "scatter", mode: "markers", cliponaxis: true, x: mine.map((p) => middle(p.e)), y: mine.map(y), ids: mine.map((p) => p.e.id), customdata: mine.map((p) => p.e.id),
        hoverinfo: "none", showlegend: false,
        marker: { symbol: mine.map((p) => symbol(p.e)), size: mine.map((p) => (p.e.id === selected ? 18 : 11)), color: colour(tint), opacity: 1, line: { width: 2, color: colour(tint) } },
      });
    }
    const open = placed.filter((p) => p.e.from === null || p.e.to === null); // an arrow where an end is open
    if (open.length) traces.push({ type: "scatter", mode: "markers", x: open.map((p) => begin(p.e) + (p.e.to === null ? 1 : -1) * (ARROW / drawnScale)), y: open.map(y), hoverinfo: "skip", showlegend: false, marker: { symbol: open.map((p) => (p.e.to === null ? "triangle-right" : "triangle-left")), size: 7, color: "#808891", opacity: 0.9 } });
    return traces;
  };
  const symbol = (e) => style.symbols[e.status === "occurred" && e.from !== e.to ? "uncertain" : e.status]; // hollow: the day is not known

  // Too many to tell apart: how many there are in each stretch of each lane; a click zooms in.
  const densities = (list, lanes, offsets, x0, x1) => {
    const BINS = 160, step = (x1 - x0) / BINS, counts = lanes.names.map(() => new Float64Array(3 * BINS));
    for (const e of list) {
      const bin = Math.floor((middle(e) - x0) / step) + BINS;
      if (bin >= 0 && bin < 3 * BINS) counts[lanes.indexOf(e)][bin] += 1;
    }
    const most = Math.max(1, ...counts.map((lane) => lane.reduce((a, b) => Math.max(a, b), 0)));
    return lanes.names.map((name, lane) => {
      const bins = [...counts[lane].keys()].filter((i) => counts[lane][i]);
      return {
        type: "bar", x: bins.map((i) => x0 + (i - BINS + 0.5) * step), width: step, base: offsets[lane] + 1.4, y: bins.map((i) => -0.25 - 1.35 * Math.sqrt(counts[lane][i] / most)),
        marker: { color: colour(lane), opacity: 0.8, line: { width: 0 } }, hovertext: bins.map((i) => texts.drawn.replace("{count}", counts[lane][i])), hovertemplate: "%{hovertext}<extra></extra>", name: escape(name), showlegend: false,
      };
    });
  };

  // Where the axis is marked and with what words, a window's width around the one in view too: whoever drags sees on.
  const says = (form) => { const words = new Intl.DateTimeFormat(texts.locale, { ...form, timeZone: "UTC" }); return (ms) => words.format(ms); };
  const inYears = says({ year: "numeric" }), inMonths = says({ month: "short", year: "numeric" }), inDays = says({ day: "numeric", month: "short", year: "numeric" });
  const ticks = () => {
    const [x0, x1] = windowNow, span = x1 - x0, apart = (span / inner()) * 92, from = new Date(Math.max(x0 - span, -6e13)), vals = [];
    const year = from.getUTCFullYear(), month = from.getUTCMonth();
    const days = [1, 2, 7, 14].find((step) => step * DAY >= apart), months = [1, 2, 3, 6].find((step) => 30 * step * DAY >= apart);
    const years = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((step) => 365 * step * DAY >= apart) || 1000;
    const next = (i) => (days ? (Math.floor(+from / DAY / days) + i) * days * DAY + (days > 2 ? 4 * DAY : 0) : Date.UTC(months ? year : (Math.floor(year / years) + i) * years, months ? (Math.floor(month / months) + i) * months : 0));
    for (let i = 0; next(i) <= x1 + span; i += 1) vals.push(next(i));
    return { tickvals: vals, ticktext: vals.map(days ? inDays : months ? inMonths : inYears) };
  };

  const layoutOf = (lanes, heights, offsets, total, whole) => {
    const shapes = [], grey = (opacity) => "rgba(128,128,128," + opacity + ")";
    heights.forEach((height, lane) => { if (lane % 2) shapes.push({ type: "rect", xref: "paper", x0: 0, x1: 1, y0: offsets[lane] - head() - 0.5, y1: offsets[lane] + height - 0.5, fillcolor: grey(0.07), line: { width: 0 }, layer: "below" }); });
    if (options.today) {
      shapes.push({ type: "line", yref: "paper", x0: options.today, x1: options.today, y0: 0, y1: 1, line: { dash: "dot", width: 1.5, color: grey(0.9) } });
      shapes.push({ type: "rect", yref: "paper", x0: options.today, x1: Math.max(whole[1], options.today) + 4000 * DAY, y0: 0, y1: 1, fillcolor: grey(0.06), line: { width: 0 }, layer: "below" });
    }
    const ink = dark ? "#c9d1db" : "#3b424b", names = lanes.names.map((name) => escape(nameOf(name)));
    const headings = narrow() ? names.map((text, lane) => ({ text, xref: "paper", x: 0, xanchor: "left", y: offsets[lane] - 1, yanchor: "middle", showarrow: false })) : [];
    const height = Math.max(narrow() ? 300 : 260, total * (narrow() ? 16 : ROW) + 60);
    return {
      template: "none", height, margin: { l: gutter, r: narrow() ? 6 : 16, t: 34, b: 10 }, paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)",
      font: { family: "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif", size: 12, color: ink }, hovermode: "closest", dragmode: "pan", showlegend: false, bargap: 0, barmode: "overlay", shapes, annotations: headings,
      hoverlabel: { align: "left" },
      xaxis: {
        type: "date", side: "top", range: [...windowNow], gridcolor: grey(0.18), zeroline: false, tickmode: "array", tickangle: 0, ...ticks(),
      },
      yaxis: {
        tickmode: "array", tickvals: narrow() ? [] : offsets, ticktext: narrow() ? [] : names,
        range: [Math.max(total, 1) - 0.3, -0.7], showgrid: false, zeroline: false, fixedrange: true, automargin: false,
      },
    };
  };

  // ---------------------------------------------------------------- the stretch in view: buttons, and a slider of two handles
  // Of its own: plotly's slider takes as long to draw as a thousand marks, and no keyboard reaches it.
  const STEPS = 1000, ranger = document.createElement("div"), over = document.createElement("canvas");
  ranger.className = "ranger";
  const handles = [texts.from, texts.to].map((label) => Object.assign(document.createElement("input"), { type: "range", min: 0, max: STEPS, ariaLabel: label }));
  const jumps = [["month", 30.5], ["quarter", 91.5], ["year", 365.25], ["all", 0]].map(([name, days]) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: texts[name] });
    button.addEventListener("click", () => { const whole = extent(events.filter(dated)), last = Math.min(windowNow[1], whole[1]); zoom(days ? [last - days * DAY, last] : whole); });
    return button;
  });
  const track = document.createElement("div");
  track.className = "track";
  track.append(over, ...handles);
  ranger.append(...jumps, track);
  box.before(ranger);
  let whole = [0, 1], waiting = 0;
  for (const handle of handles) handle.addEventListener("input", () => {
    const [a, b] = handles.map((each) => whole[0] + (Number(each.value) / STEPS) * (whole[1] - whole[0])).sort((x, y) => x - y);
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => zoom([a, Math.max(b, a + DAY)], true));
  });
  /** Draws how many there are over time, with the stretch in view lit, and puts the handles where it ends. */
  const range = (list, held) => {
    whole = extent(list);
    const [first, last] = whole, width = (over.width = Math.max(track.clientWidth, 60) * 2), height = (over.height = 68), counts = new Float64Array(width / 4);
    for (const e of list) counts[Math.max(0, Math.min(counts.length - 1, Math.floor(((middle(e) - first) / (last - first)) * counts.length)))] += 1;
    const most = Math.max(1, ...counts), at = windowNow.map((edge) => (edge - first) / (last - first)), ink = over.getContext("2d");
    ink.fillStyle = dark ? "rgba(125,184,245,0.25)" : "rgba(11,92,173,0.13)";
    ink.fillRect(at[0] * width, 0, (at[1] - at[0]) * width, height);
    ink.fillStyle = dark ? "#8d98a6" : "#7d8691";
    counts.forEach((count, i) => { const tall = Math.sqrt(count / most) * (height - 6); ink.fillRect(i * 4, height - tall, 3, tall); });
    if (!held) handles.forEach((handle, i) => { handle.value = String(Math.round(Math.max(0, Math.min(1, at[i])) * STEPS)); });
    handles.forEach((handle, i) => { handle.ariaValueText = new Date(windowNow[i]).toISOString().slice(0, 10); });
  };

  // ---------------------------------------------------------------- the network
  const drawNetwork = () => {
    const { nodes, names } = options.network, index = new Map(names.map((name, i) => [name, i]));
    const counts = names.map(() => 0), edges = new Map();
    for (const e of events) {
      const here = [...new Set(e.names.map((name) => index.get(name)).filter((i) => i !== undefined))].sort((a, b) => a - b);
      here.forEach((a, i) => { counts[a] += 1; for (const b of here.slice(i + 1)) edges.set(a + " " + b, (edges.get(a + " " + b) || 0) + 1); });
    }
    const shown = names.map((_, i) => i).filter((i) => counts[i]);
    const ink = dark ? "#c9d1db" : "#3b424b", traces = [];
    for (const [low, high, width] of [[1, 1, 1], [2, 3, 2.5], [4, Infinity, 5]]) {
      const x = [], y = [];
      for (const [pair, weight] of edges) {
        if (weight < low || weight > high) continue;
        const [a, b] = pair.split(" ").map(Number);
        x.push(nodes[a][0], nodes[b][0], null); y.push(nodes[a][1], nodes[b][1], null);
      }
      if (x.length) traces.push({ type: "scatter", mode: "lines", x, y, line: { width, color: "rgba(128,128,128,0.45)" }, hoverinfo: "skip", showlegend: false });
    }
    // Names by how often they come; one that would touch another is left to the hover text.
    const named = new Set(), taken = [], tall = narrow() ? 420 : 620;
    const edge = (axis) => { const all = nodes.map((node) => node[axis]); return [Math.min(...all), Math.max(...all)]; };
    const [left, right] = edge(0), [low, high] = edge(1);
    for (const i of [...shown].sort((a, b) => counts[b] - counts[a])) {
      const x = ((nodes[i][0] - left) / (right - left || 1)) * box.clientWidth * 0.9, y = ((high - nodes[i][1]) / (high - low || 1)) * tall * 0.85, half = widthOf(cut(names[i], 22)) / 2;
      if (taken.some(([l, r, t, b]) => x - half < r && x + half > l && y - 14 < b && y > t)) continue;
      taken.push([x - half, x + half, y - 14, y]);
      named.add(i);
    }
    traces.push({
      type: "scatter", mode: "markers+text", x: shown.map((i) => nodes[i][0]), y: shown.map((i) => nodes[i][1]), customdata: shown.map((i) => names[i]), textposition: "top center", textfont: { size: 11, color: ink },
      text: shown.map((i) => (named.has(i) ? escape(cut(names[i], 22)) : "")), hovertext: shown.map((i) => escape(names[i]) + " · " + texts.together.replace("{count}", counts[i])), hovertemplate: "%{hovertext}<extra></extra>", showlegend: false,
      marker: { size: shown.map((i) => 8 + 5 * Math.sqrt(counts[i])), color: colour(0), opacity: 0.85, line: { width: 1.5, color: dark ? "#14171b" : "#ffffff" } },
    });
    box.dataset.drawn = String(shown.length);
    box.dataset.aggregated = "0";
    const padded = (from, to) => { const margin = Math.max((to - from) * 0.09, 0.1); return [from - margin, to + margin]; };
    const bare = { visible: false, fixedrange: false };
    return put(traces, { template: "none", height: tall, margin: { l: 10, r: 10, t: 34, b: 10 }, paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", font: { family: "system-ui, sans-serif", size: 12, color: ink }, hovermode: "closest", dragmode: "pan", showlegend: false, xaxis: { ...bare, range: padded(left, right) }, yaxis: { ...bare, range: padded(low, high) } });
  };

  // ---------------------------------------------------------------- what the reader does
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  box.after(tip);
  const tell = (id, at) => {
    tip.replaceChildren(...options.hover(id).map(([tag, text]) => Object.assign(document.createElement(tag), { textContent: text, dir: "auto" })));
    tip.hidden = false;
    tip.style.left = Math.max(8, Math.min(at.clientX + 14, innerWidth - tip.offsetWidth - 8)) + "px";
    tip.style.top = (at.clientY + 18 + tip.offsetHeight > innerHeight ? at.clientY - tip.offsetHeight - 12 : at.clientY + 18) + "px";
  };
  const changed = () => { const scale = inner() / (windowNow[1] - windowNow[0]); return Math.abs(scale / drawnScale - 1) > 0.02 || Math.abs(windowNow[0] - drawnFrom) * scale > 20; };
  const marked = (event) => { const mark = event.target.closest(".sketch [data-id]"); return mark && mark.dataset.id; };
  box.addEventListener("click", (event) => { const id = marked(event); if (id) options.onSelect(id); });
  box.addEventListener("mouseover", (event) => { const id = marked(event); if (id) tell(id, event); });
  box.addEventListener("mouseout", (event) => { if (marked(event)) tip.hidden = true; });
  let listening = false;
  const listen = () => {
    if (listening) return;
    listening = true;
    box.on("plotly_click", (click) => {
      const point = click.points[0];
      if (!point) return;
      if (mode === "network") { if (point.customdata) options.onName(point.customdata); }
      else if (point.customdata) options.onSelect(point.customdata);
      else if (point.data.type === "bar") { const half = 4 * point.data.width, at = box._fullLayout.xaxis.r2l(point.x); zoom([at - half, at + half]); }
    });
    box.on("plotly_hover", (over) => { const id = over.points[0] && over.points[0].customdata; if (mode === "timeline" && id) tell(id, over.event); });
    box.on("plotly_unhover", () => { tip.hidden = true; });
    box.on("plotly_relayout", (change) => {
      if (mode === "network" || !Object.keys(change).some((key) => key.startsWith("xaxis") || key === "autosize")) return;
      const axis = box._fullLayout && box._fullLayout.xaxis;
      if (!axis || !axis.r2l) return;
      windowNow = axis.range.map((edge) => axis.r2l(edge));
      if (changed()) setTimeout(draw, 0);
    });
  };
  let held = false;
  const zoom = (stretch, byHandle) => { windowNow = stretch; held = Boolean(byHandle); const done = draw(); held = false; return done; };

  let resized = 0;
  new ResizeObserver(() => {
    clearTimeout(resized);
    resized = setTimeout(() => { if (drawnScale && windowNow && changed()) draw(); }, 120);
  }).observe(box);

  return {
    /** Draws these events; `fresh` forgets where the reader had zoomed to. */
    show(list, fresh) { events = list; if (fresh) windowNow = null; return draw(); },
    lanes(by) { lanesBy = by; return draw(); },
    mode(which) { mode = which; ranger.hidden = which === "network"; if (Plotly) Plotly.purge(box); listening = false; return draw(); },
    paint(isDark) { dark = isDark; if (drawnScale) draw(); },
    select(id) {
      const old = where.get(selected), now = where.get(id), event = events.find((e) => e.id === id);
      selected = id;
      if (mode === "network" || !event || !dated(event)) return;
      if (windowNow && (end(event) < windowNow[0] || begin(event) > windowNow[1])) {
        const half = (windowNow[1] - windowNow[0]) / 2, at = middle(event);
        zoom([at - half, at + half]);
        return;
      }
      if (!Plotly) { draw(); return; }
      for (const place of [old, now]) {
        if (!place || !box.data[place[0]]) continue;
        const trace = box.data[place[0]];
        Plotly.restyle(box, { "marker.size": [trace.ids.map((each) => (each === selected ? 18 : 11))] }, [place[0]]);
      }
    },
    async image() { return (await library).toImage(box, { format: "png", scale: 2, width: box.clientWidth, height: box.clientHeight }); },
    /** A promise: true when plotly.js has taken the sketch's place, false where it does not come. */
    live,
  };
}
