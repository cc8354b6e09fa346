// The explorer in a notebook: data and selection come from the kernel, Plotly too, so that no notebook keeps it.
const packed = async (bytes) => new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
const plotly = (model) => globalThis.timelinePlotly || (globalThis.timelinePlotly = new Promise((done, fail) => {
  const hear = async (message, buffers) => {
    if (message.kind !== "plotly") return;
    model.off("msg:custom", hear);
    const code = await packed(buffers[0]);
    const url = URL.createObjectURL(new Blob(["(() => { const define = undefined, module = undefined, exports = undefined;\n", code, "\n;globalThis.Plotly = globalThis.Plotly || Plotly; })();"], { type: "text/javascript" }));
    const script = Object.assign(document.createElement("script"), { src: url, onload: () => { URL.revokeObjectURL(url); done(globalThis.Plotly); }, onerror: fail });
    document.head.append(script);
  };
  model.on("msg:custom", hear);
  model.send({ kind: "plotly" });
  setTimeout(() => { if (!globalThis.Plotly) { globalThis.timelinePlotly = null; fail(new Error("no kernel")); } }, 20000);
}));

export default {
  async render({ model, el }) {
    const root = document.createElement("div");
    root.className = "tl tl-widget";
    root.innerHTML = model.get("html"); // written by the package, holds no text of an article
    el.append(root);
    const data = JSON.parse(await packed(model.get("data")));
    const theme = () => { root.dataset.theme = document.body.dataset.jpThemeLight === "false" ? "dark" : "light"; };
    theme();
    let own = "";
    const tell = (name, ids) => { own = JSON.stringify(ids); model.set(name, ids); model.save_changes(); };
    const view = timelineExplorer(root, plotly(model), data, { selected: (ids) => tell("selected", ids), shown: (ids) => { model.set("shown", ids); model.save_changes(); } });
    model.on("change:selected", () => { const ids = model.get("selected"); if (JSON.stringify(ids) !== own) { own = JSON.stringify(ids); view.select(ids); } });
    if (model.get("selected").length) view.select(model.get("selected"));
    const watch = new MutationObserver(() => { theme(); view.paint(); });
    watch.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
    root.dataset.ready = "yes"; // with a sketch; without a kernel it stays one
    return () => watch.disconnect();
  },
};
