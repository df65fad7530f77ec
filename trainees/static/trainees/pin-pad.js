// Six rings and a pad of digits instead of the phone's keyboard. Without this script a plain field stands there.
(function (document) {
  "use strict";
  var entry = document.querySelector(".pin-entry");
  var field = entry && entry.querySelector("input");
  if (!field) { return; }
  var rings = document.createElement("div");
  var pad = document.createElement("div");

  function show() {
    var index;
    for (index = 0; index < 6; index += 1) {
      rings.children[index].className = "pin__ring" + (index < field.value.length ? " pin__ring--in" : "");
    }
    rings.setAttribute("aria-label", entry.getAttribute("data-of").replace("[n]", field.value.length));
  }

  function press(digit) {
    field.value = digit ? (field.value + digit).slice(0, 6) : field.value.slice(0, -1);
    show();
  }

  function key(digit) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "pad__key" + (digit ? "" : " pad__key--quiet");
    button.textContent = digit || "⌫";
    if (!digit) { button.setAttribute("aria-label", entry.getAttribute("data-wipe")); }
    button.addEventListener("click", function () { press(digit); });
    return button;
  }

  function typed(event) {
    if (event.target === field || event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (/^[0-9]$/.test(event.key)) { press(event.key); }
    if (event.key === "Backspace") { press(""); }
    if (event.key === "Enter" && event.target === document.body) { field.form.submit(); }
  }

  function build() {
    var gap = document.createElement("span");
    rings.className = "pin";
    rings.setAttribute("role", "img");
    "123456".split("").forEach(function () { rings.appendChild(document.createElement("span")); });
    "123456789".split("").forEach(function (digit) { pad.appendChild(key(digit)); });
    gap.className = "pad__key pad__key--quiet";
    pad.appendChild(gap);
    pad.appendChild(key("0"));
    pad.appendChild(key(""));
    pad.className = "pad";
    field.type = "hidden";
    field.value = "";
    entry.querySelector("label").className = "ear-only";
    entry.appendChild(rings);
    entry.appendChild(pad);
    document.addEventListener("keydown", typed);
    show();
  }

  build();
}(document));
