/* The price calculator where scripts run: reckons while she types, keeps her numbers on this phone, sends nothing. */
(function () {
  "use strict";
  var pricing = window.pricing;
  var forms = document.querySelectorAll(".reckon");
  if (!pricing || !window.readNumber) return;

  /* Storage may be shut or full: her numbers then last as long as the page. */
  function stored(key) {
    try { return JSON.parse(localStorage.getItem(key)); } catch (error) { return null; }
  }
  function store(key, numbers) {
    try {
      if (numbers) localStorage.setItem(key, JSON.stringify(numbers));
      else localStorage.removeItem(key);
    } catch (error) { return; }
  }

  function begin(form) {
    var key = "price " + form.getAttribute("data-keep");
    var touched = {};

    function find(name) { return form.querySelector('[data-is="' + name + '"]'); }
    function word(name) { return form.getAttribute("data-" + name) || ""; }
    function money(fen) { return word("money").replace("{}", pricing.spelled(fen)); }
    function filled(name, values) {
      return word(name).replace(/\{(\w+)\}/g, function (whole, part) { return money(values[part]); });
    }
    function tell(name, words) {
      var place = find(name);
      if (place && place.textContent !== words) place.textContent = words;
    }
    function fields() { return form.querySelectorAll(".reckon__input"); }
    function asked() { return form.querySelector(".reckon__ask:checked").value; }

    function typed() {
      var texts = { ask: asked() };
      Array.prototype.forEach.call(fields(), function (field) { texts[field.name] = field.value; });
      return texts;
    }

    function fill(texts) {
      Array.prototype.forEach.call(fields(), function (field) {
        field.value = field.name in texts ? texts[field.name] : field.defaultValue;
      });
      Array.prototype.forEach.call(form.querySelectorAll(".reckon__ask"), function (way) {
        way.checked = texts.ask ? way.value === texts.ask : way.defaultChecked;
      });
    }

    /* A field that she is still typing in is not yet wrong. */
    function complain(problems) {
      Array.prototype.forEach.call(fields(), function (field) {
        var problem = (touched.all || touched[field.name]) && problems[field.name];
        field.parentNode.classList.toggle("reckon__row--wrong", Boolean(problem));
        field.parentNode.querySelector(".reckon__problem").textContent = problem ? word("wrong-" + problem) : "";
        if (problem) field.setAttribute("aria-invalid", "true");
        else field.removeAttribute("aria-invalid");
      });
    }

    function lay(part, x, width) {
      var piece = form.querySelector('rect[data-part="' + part + '"]');
      piece.setAttribute("x", x + "%");
      piece.setAttribute("width", width + "%");
    }

    function layStrip(sum, numbers) {
      var pieces = {
        goods: numbers.goods, box: numbers.box, courier: numbers.courier,
        fee: sum.fee, reserve: numbers.reserve + sum.loss, left: Math.max(sum.left, 0)
      };
      var names = Object.keys(pieces), x = 0;
      var length = names.reduce(function (all, name) { return all + pieces[name]; }, 0) || 1;
      names.forEach(function (name) {
        lay(name, x, pieces[name] / length * 100);
        x += pieces[name] / length * 100;
      });
    }

    function layHours(sum, numbers) {
      var there = "wage" in numbers;
      find("hours").hidden = sum.hour === null;
      find("there-line").hidden = !there;
      if (sum.hour === null) return;
      var here = Math.max(sum.hour, 0), longest = Math.max(here, numbers.wage || 0) || 1;
      lay("here", 0, here / longest * 100);
      lay("there", 0, (numbers.wage || 0) / longest * 100);
      tell("here", money(sum.hour));
      tell("there", there ? money(numbers.wage) : "");
      var gap = Math.abs(sum.gap);
      tell("gap", there ? filled(sum.gap > 0 ? "here-more" : gap ? "there-more" : "same", { gap: gap }) : "");
    }

    function show(result, ask) {
      var sum = result.sum, numbers = result.numbers;
      complain(result.problems);
      form.classList.toggle("reckon--wrong", !sum);
      if (!sum) {
        tell("said", word("wrong"));
        tell("answer", "");
        return;
      }
      tell("said", filled(ask === "left" && sum.left < 0 ? "short" : ask, { price: sum.price, wanted: numbers.wanted }));
      tell("answer", money(ask === "left" ? Math.abs(sum.left) : sum.price));
      ["fee", "loss"].forEach(function (name) {
        tell(name, sum[name] ? filled("comes-to", { amount: sum[name] }) : "");
      });
      tell("even", filled("even", sum));
      layStrip(sum, numbers);
      layHours(sum, numbers);
    }

    function reckon() {
      var result = pricing.workOut(typed(), asked());
      show(result, asked());
      return result;
    }

    function own(hers) {
      find("assumed").hidden = hers;
      find("own").hidden = !hers;
    }

    form.addEventListener("input", function () {
      store(key, typed());
      own(true);
      reckon();
    });
    form.addEventListener("change", function (event) {
      touched[event.target.name] = true;
      store(key, typed());
      reckon();
    });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      touched.all = true;
      var sum = reckon().sum;
      var wrong = form.querySelector('.reckon__row--wrong .reckon__input');
      if (!sum && wrong) wrong.focus();
      else form.querySelector(".reckon__result").scrollIntoView();
    });
    find("again").addEventListener("click", function (event) {
      store(key, null);
      if (location.search) return;
      event.preventDefault();
      touched = {};
      fill({});
      own(false);
      reckon();
      form.scrollIntoView();
    });

    if (form.hasAttribute("data-typed")) {
      store(key, typed());
      own(true);
      return;
    }
    var hers = stored(key);
    if (hers) {
      fill(hers);
      touched.all = true;
      own(true);
    }
    reckon();
  }

  Array.prototype.forEach.call(forms, begin);
})();
