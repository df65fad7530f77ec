/* What one box leaves, and what it must cost. The same as courses/tools/pricing.py; pricing_examples.json holds both to
   it. Whole fen and whole hundredths only: binary floats never see a fraction. Numbers are read as in a quiz. */
window.pricing = (function () {
  "use strict";

  var WISHES = { left: "price", price: "wanted" };
  var COSTS = ["goods", "box", "courier", "reserve"];
  var SHARES = ["fee", "loss"];
  var OPTIONAL = ["minutes", "wage"];
  var BLANK = /^[ \t\r\n\u00a0\u200b\u3000\ufeff]+|[ \t\r\n\u00a0\u200b\u3000\ufeff]+$/g;
  var HUNDRED = 10000;
  var DEAREST = 10000000;
  var LONGEST = 1000000;

  function whole(number, by) {
    return (number - (number % by)) / by;
  }

  /* Half up, away from nothing. */
  function share(number, by) {
    var size = whole(Math.abs(number) * 2 + by, 2 * by);
    return number < 0 ? -size : size;
  }

  /* `readNumber` gives half millionths. */
  function hundredths(number) {
    return number === Infinity ? number : whole(number + 10000, 20000);
  }

  function problem(name, text, number) {
    if (!text) return "missing";
    if (number === null || (name === "minutes" && /时|h/i.test(text))) return "no-number";
    if (number < 0) return "negative";
    if (SHARES.indexOf(name) >= 0) return hundredths(number) >= HUNDRED ? "hundred" : "";
    if (hundredths(number) >= (name === "minutes" ? LONGEST : DEAREST)) return "too-large";
    return (name === "price" || name === "minutes") && !hundredths(number) ? "zero" : "";
  }

  /* What she typed as hundredths, and what is the matter with the rest. */
  function read(typed, ask) {
    var numbers = {}, problems = {};
    [WISHES[ask]].concat(COSTS, SHARES, OPTIONAL).forEach(function (name) {
      var text = (typed[name] || "").replace(BLANK, "");
      if (!text && OPTIONAL.indexOf(name) >= 0) return;
      var number = window.readNumber(text);
      var wrong = problem(name, text, number);
      if (wrong) problems[name] = wrong;
      else numbers[name] = hundredths(number);
    });
    if (!Object.keys(problems).length && numbers.fee + numbers.loss >= HUNDRED) problems.loss = "nothing-left";
    return { numbers: numbers, problems: problems };
  }

  function costs(numbers) {
    return COSTS.reduce(function (sum, name) { return sum + numbers[name]; }, 0);
  }

  /* The lowest price in whole jiao that leaves at least `wanted`. */
  function priceFor(wanted, numbers) {
    var needed = (wanted + costs(numbers)) * HUNDRED;
    var kept = (HUNDRED - numbers.fee - numbers.loss) * 10;
    return (whole(needed, kept) + (needed % kept ? 1 : 0)) * 10;
  }

  function reckon(price, numbers) {
    var fee = share(price * numbers.fee, HUNDRED);
    var loss = share(price * (numbers.fee + numbers.loss), HUNDRED) - fee;
    var left = price - costs(numbers) - fee - loss;
    var timed = "minutes" in numbers;
    var hour = timed ? share(left * 6000, numbers.minutes * 10) * 10 : null;
    var gap = timed && "wage" in numbers ? hour - numbers.wage : null;
    return { price: price, fee: fee, loss: loss, left: left, even: priceFor(0, numbers), hour: hour, gap: gap };
  }

  /* {sum: {…} in fen, or null; problems: {field: code}; numbers: what was read} */
  function workOut(typed, ask) {
    var got = read(typed, ask);
    if (Object.keys(got.problems).length) return { sum: null, problems: got.problems, numbers: got.numbers };
    var price = ask === "left" ? got.numbers.price : priceFor(got.numbers.wanted, got.numbers);
    if (price >= DEAREST) return { sum: null, problems: { wanted: "too-large" }, numbers: got.numbers };
    return { sum: reckon(price, got.numbers), problems: {}, numbers: got.numbers };
  }

  /* 650 is "6.5", -30 is "-0.3". */
  function spelled(fen) {
    var size = Math.abs(fen), rest = size % 100;
    var digits = rest ? "." + ("0" + rest).slice(-2).replace(/0$/, "") : "";
    return (fen < 0 ? "-" : "") + (size - rest) / 100 + digits;
  }

  return { workOut: workOut, spelled: spelled };
})();
