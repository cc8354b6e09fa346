// Opens the packed data, shows them, and reads plotly.js when the first picture stands.
const opened = async (packed) => {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  return JSON.parse(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text());
};
const plotlyRead = async () => {
  if (document.readyState === "loading") await new Promise((parsed) => addEventListener("DOMContentLoaded", parsed));
  if (!document.hidden) await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 0)));
  const block = document.getElementById("plotly"), script = document.createElement("script");
  const come = new Promise((done, fail) => Object.assign(script, { onload: done, onerror: fail }));
  if (block.dataset.src) Object.assign(script, { src: block.dataset.src, integrity: block.dataset.integrity, crossOrigin: "anonymous" });
  else script.textContent = block.textContent; // the policy lets in what has its hash
  document.head.append(script);
  if (script.src) await come;
  return Plotly;
};
opened(document.getElementById("data").textContent).then((data) => timelineExplorer(document.body, plotlyRead(), data)).catch((error) => {
  const plain = document.querySelector("noscript"); // a browser too old, or a fault of ours: the chronology is there
  plain.insertAdjacentHTML("afterend", plain.textContent);
  throw error;
});
