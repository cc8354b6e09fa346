"""The document's date: `choice` asks for candidates and takes the best. The others find some: `explicit` reads a full date
in any language, `wires` the year of a wire report, `inference` what a text gives away."""
