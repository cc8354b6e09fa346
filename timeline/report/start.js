timelineExplorer(document.body, Plotly, JSON.parse(document.getElementById("data").textContent));
