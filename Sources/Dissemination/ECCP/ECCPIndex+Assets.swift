extension ECCPIndex {
  /// How the page looks.
  static let style = """

    :root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }
    body { margin: 0 auto; max-width: 60rem; padding: 1rem; }
    section { border-top: 2px solid; margin-top: 2rem; }
    .field { margin: 1rem 0; }
    .field h3 { display: inline-block; margin: 0 .5rem .25rem 0; }
    textarea { box-sizing: border-box; display: block; font: inherit; margin-top: .25rem;
      width: 100%; }
    button { font: inherit; padding: .2rem .8rem; }
    button.done::after { content: " ✓"; }
    table { border-collapse: collapse; }
    th, td { border-bottom: 1px solid; padding: .2rem .8rem .2rem 0; text-align: start; }
    .facts, small { opacity: .75; }
    .gaps { border-inline-start: .3rem solid #b35900; }
    .hidden { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute;
      white-space: nowrap; width: 1px; }
    #said { background: Canvas; border: 1px solid; bottom: 1rem; padding: .3rem .8rem;
      position: fixed; right: 1rem; }
    #said:empty { display: none; }

    """

  /// What the buttons do.
  ///
  /// The clipboard of the browser takes texts as they are. Where a browser keeps it from pages that
  /// come from the disk, the text is selected and copied as a person would.
  static let script = """

    "use strict";
    const said = document.getElementById("said");
    async function copy(text, html) {
      try {
        if (html) {
          await navigator.clipboard.write([new ClipboardItem({
            "text/html": new Blob([text], { type: "text/html" }),
            "text/plain": new Blob([html.plain], { type: "text/plain" }),
          })]);
        } else {
          await navigator.clipboard.writeText(text);
        }
        return true;
      } catch {
        return html ? copyFormatted(text) : copySelected(text);
      }
    }
    function copySelected(text) {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      return done;
    }
    function copyFormatted(html) {
      const box = document.createElement("div");
      box.append(new DOMParser().parseFromString(html, "text/html").body);
      document.body.append(box);
      const range = document.createRange();
      range.selectNodeContents(box);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      const done = document.execCommand("copy");
      box.remove();
      return done;
    }
    document.addEventListener("click", async (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      const row = button.closest("tr");
      const field = button.closest(".field");
      const text = row ? row.cells[1].textContent : field.querySelector("textarea").value;
      const plain = button.className.includes("formatted")
        ? { plain: field.nextElementSibling.querySelector("textarea").value } : null;
      const name = row ? row.cells[0].textContent : field.querySelector("h3").textContent;
      const done = await copy(text, plain);
      if (done) button.classList.add("done");
      said.textContent = done ? `Copied: ${name}` : `Could not copy: ${name}`;
    });

    """
}
