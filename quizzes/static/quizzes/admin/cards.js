/* “Which card explains it”: the lesson's cards by title, instead of a field for an id. The field keeps the id. */
(function () {
  "use strict";

  function cards() {
    return [].map.call(document.querySelectorAll("#lesson-cards [data-card]"), function (card) {
      return { id: card.dataset.card, title: card.textContent };
    });
  }

  function option(value, words) {
    var made = document.createElement("option");
    made.value = value;
    made.textContent = words;
    return made;
  }

  window.wagtail.app.register("card-of-lesson", class extends window.StimulusModule.Controller {
    connect() {
      var field = this.element;
      var all = cards();
      if (!all.length || this.select) return;
      var select = this.select = document.createElement("select");
      var words = document.getElementById("lesson-cards").dataset;
      select.id = field.id + "-cards";
      this.label(field.id, select.id);
      select.appendChild(option("", words.none));
      all.forEach(function (card, index) { select.appendChild(option(card.id, index + 1 + ". " + card.title)); });
      if (field.value && !all.some(function (card) { return card.id === field.value; })) {
        select.appendChild(option(field.value, words.gone));
      }
      select.value = field.value;
      select.addEventListener("change", function () {
        field.value = select.value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.dispatchEvent(new Event("change", { bubbles: true }));
      });
      field.hidden = true;
      field.insertAdjacentElement("afterend", select);
    }

    label(from, to) {
      var label = document.querySelector('label[for="' + from + '"]');
      if (label) label.htmlFor = to;
    }

    disconnect() {
      if (this.select) this.select.remove();
      this.select = null;
    }
  });
})();
