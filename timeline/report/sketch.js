// A still picture of a figure: what plotly.js draws from the same traces and layout, as far as the view uses them.
// It stands while plotly.js is being read, and stays where that never comes: a page off line, a notebook without kernel.
function timelineSketch(box, traces, layout) {
  const NS = "http://www.w3.org/2000/svg", { l, r, t, b } = layout.margin, [bottom, top] = layout.yaxis.range, [first, last] = layout.xaxis.range;
  const width = box.offsetWidth, height = layout.height, wide = width - l - r, tall = height - t - b;
  const make = (tag, attributes, ...children) => {
    const element = document.createElementNS(NS, tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const x = (value) => l + ((value - first) / (last - first)) * wide, y = (value) => t + ((value - top) / (bottom - top)) * tall;
  const at = (of, i) => (Array.isArray(of) ? of[i] : of);
  const plain = (text) => text.replace(/<[^>]*>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
  const word = (text, attributes) => make("text", { "font-size": 12, fill: layout.font.color, ...attributes }, plain(text).trim());

  // Marks around the origin, of half width s: the shapes that plotly gives these names.
  const turn = (s) => `A${s},${s} 0 1,1 0,${-s}A${s},${s} 0 0,1 ${s},0Z`, circle = (s) => `M${s},0${turn(s)}`, third = 2 / Math.sqrt(3);
  const SHAPES = {
    circle, "circle-open": circle,
    "circle-open-dot": (s) => circle(s) + circle(1),
    square: (s) => `M${s},${s}H${-s}V${-s}H${s}Z`,
    "diamond-open": (s) => `M${1.3 * s},0L0,${1.3 * s}L${-1.3 * s},0L0,${-1.3 * s}Z`,
    "triangle-left": (s) => `M${s / 2},${-s * third}V${s * third}L${-s},0Z`,
    "triangle-right": (s) => `M${-s / 2},${-s * third}V${s * third}L${s},0Z`,
    x: (s) => { const arm = 0.8 * s / Math.SQRT2; return `M0,${arm}l${arm},${arm}l${arm},${-arm}l${-arm},${-arm}l${arm},${-arm}l${-arm},${-arm}l${-arm},${arm}l${-arm},${-arm}l${-arm},${arm}l${arm},${arm}l${-arm},${arm}l${arm},${arm}Z`; },
    "x-thin-open": (s) => `M${s},${s}L${-s},${-s}M${s},${-s}L${-s},${s}`,
  };

  const inside = make("svg", { x: l, y: t, width: wide, height: tall, viewBox: `${l} ${t} ${wide} ${tall}` }), outside = make("g", {});
  const edge = (shape, axis, scale, from, size) => [shape[axis + "0"], shape[axis + "1"]].map((value) => (shape[axis + "ref"] === "paper" ? from + (axis === "y" ? 1 - value : value) * size : scale(value)));
  const shapes = (layer) => (layout.shapes || []).filter((shape) => (shape.layer === "below") === layer).map((shape) => {
    const [x0, x1] = edge(shape, "x", x, l, wide), [y0, y1] = edge(shape, "y", y, t, tall);
    return shape.type === "line" ? make("path", { d: `M${x0},${y0}L${x1},${y1}`, stroke: shape.line.color, "stroke-width": shape.line.width, "stroke-dasharray": "3,3" }) : make("rect", { x: Math.min(x0, x1), y: Math.min(y0, y1), width: Math.abs(x1 - x0), height: Math.abs(y1 - y0), fill: shape.fillcolor });
  });
  const bars = (trace) => trace.x.map((value, i) => make("rect", { x: x(value - trace.width / 2), y: y(Math.min(trace.base, trace.base + trace.y[i])), width: x(trace.width) - x(0), height: Math.abs(y(trace.y[i]) - y(0)), fill: trace.marker.color, opacity: trace.marker.opacity, "shape-rendering": "crispEdges" }));
  const lines = (trace) => {
    let pen = "M", d = "";
    trace.x.forEach((value, i) => { if (value === null) pen = "M"; else { d += `${pen}${x(value)},${y(trace.y[i])}`; pen = "L"; } });
    return [make("path", { d, fill: "none", stroke: trace.line.color, "stroke-width": trace.line.width, opacity: trace.opacity })];
  };
  const marks = ({ marker, ...trace }) => trace.x.map((value, i) => {
    const symbol = at(marker.symbol, i) || "circle", line = marker.line || {}, size = at(marker.size, i) / 2, open = symbol.includes("open");
    return make("path", { d: SHAPES[symbol](size), transform: `translate(${x(value)},${y(trace.y[i])})`, fill: open ? "none" : marker.color, stroke: line.color, "stroke-width": line.width, opacity: marker.opacity, "data-id": trace.ids && trace.ids[i] });
  });
  const SIDES = { "middle right": ["start", 1, 0], "middle left": ["end", -1, 0], "top center": ["middle", 0, 9] };
  const spaces = (text) => (text.match(/\u2002/g) || []).length / 2; // en spaces, which keep a title off its mark
  const words = (trace) => trace.x.flatMap((value, i) => {
    const said = trace.text[i], size = trace.textfont.size, [anchor, along, up] = SIDES[at(trace.textposition, i)];
    const lift = 3 - up - (up ? at(trace.marker.size, i) / 2 : 0);
    return said ? [word(said, { x: x(value) + along * spaces(said) * size, y: y(trace.y[i]) + lift, "text-anchor": anchor, "font-size": size, fill: trace.textfont.color, "text-decoration": said.includes("<s>") ? "line-through" : undefined })] : [];
  });

  inside.append(...shapes(true));
  const ticks = layout.xaxis.tickvals ? layout.xaxis.tickvals.map((value, i) => [x(value), layout.xaxis.ticktext[i]]).filter(([where]) => where >= l && where <= width - r) : [];
  for (const [where, text] of ticks) { inside.append(make("path", { d: `M${where},${t}v${tall}`, stroke: layout.xaxis.gridcolor })); outside.append(word(text, { x: where, y: t - 3, "text-anchor": "middle" })); }
  (layout.yaxis.tickvals || []).forEach((value, i) => outside.append(word(layout.yaxis.ticktext[i], { x: l - 1, y: y(value) + 4, "text-anchor": "end" })));
  for (const each of layout.annotations || []) outside.append(word(each.text, { x: l + 1, y: y(each.y) + 4 }));
  for (const trace of traces) {
    if (trace.type === "bar") inside.append(...bars(trace));
    if (trace.mode === "lines") inside.append(...lines(trace));
    if (/markers/.test(trace.mode)) inside.append(...marks(trace));
    if (/text/.test(trace.mode)) inside.append(...words(trace));
  }
  inside.append(...shapes(false));
  box.replaceChildren(make("svg", { class: "sketch", width, height, "font-family": layout.font.family, "aria-hidden": "true" }, inside, outside));
}
