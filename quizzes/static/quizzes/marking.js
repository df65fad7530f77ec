/* Is an answer right? The same as quizzes/grading.py; quizzes/marking_examples.json holds both to it. numbers.js stands
   before it. All is reckoned in whole thousandths or half millionths. */
window.marking = (function () {
  "use strict";
  var readNumber = window.readNumber;

  function nearEnough(question, answer) {
    var number = readNumber(answer);
    var value = readNumber(question.value);
    var tolerance = readNumber(question.tolerance);
    return number !== null && value - tolerance <= number && number <= value + tolerance;
  }

  function sameList(one, other) {
    return one.length === other.length && one.join(" ") === other.join(" ");
  }

  function samePairs(pairs, answer) {
    var lefts = Object.keys(pairs);
    return lefts.length > 0 && lefts.length === Object.keys(answer).length &&
      lefts.every(function (left) { return answer[left] === pairs[left]; });
  }

  /* Wide or narrow, large or small, with spaces, with a full stop behind it: the same word. As quizzes/words.py. */
  function folded(text) {
    return text
      .replace(/[\uff01-\uff5e]/g, function (wide) { return String.fromCharCode(wide.charCodeAt(0) - 0xfee0); })
      .replace(/[ \t\r\n\u00a0\u2009\u200b\u202f\u3000\ufeff]+/g, "")
      .replace(/[A-Z]/g, function (large) { return large.toLowerCase(); })
      .replace(/[.,;:!?~。，、；：！？…｡､]+$/, "");
  }

  /* A right one is kept as its id. */
  function isAccepted(accepted, answer) {
    var said = folded(answer);
    return Object.keys(accepted).some(function (id) { return answer === id || (said !== "" && said === accepted[id]); });
  }

  var RIGHT = {
    single: function (question, answer) { return question.right.indexOf(answer) >= 0; },
    multiple: function (question, answer) {
      return answer.length > 0 && sameList(answer.slice().sort(), question.right.slice().sort());
    },
    truefalse: function (question, answer) { return answer === question.right; },
    numeric: nearEnough,
    ordering: function (question, answer) {
      return answer.length > 0 && question.orders.some(function (order) { return sameList(order, answer); });
    },
    matching: function (question, answer) { return samePairs(question.pairs, answer); },
    short: function (question, answer) { return isAccepted(question.accepted, answer); }
  };

  function count(list, isSo) { return list.filter(isSo).length; }

  /* What was right of an answer that is not the whole one, and of how much. */
  var PARTS = {
    multiple: function (question, answer) {
      var right = count(answer, function (one) { return question.right.indexOf(one) >= 0; });
      return [Math.max(0, 2 * right - answer.length), question.right.length];
    },
    matching: function (question, answer) {
      var lefts = Object.keys(question.pairs);
      return [count(lefts, function (left) { return answer[left] === question.pairs[left]; }), lefts.length];
    }
  };

  /* Of the points of a question that is not right as a whole, in thousandths, rounded up in her favour. */
  function partOf(question, answer, weight) {
    var part = answer !== undefined && PARTS[question.kind] ? PARTS[question.kind](question, answer) : [0, 0];
    return Math.ceil(weight * part[0] / (part[1] || 1));
  }

  function isPartlyRight(canonical, question, answer) {
    return !!canonical.in_parts && !isRight(question, answer) && partOf(question, answer, 1) > 0;
  }

  /* An answer of the shape that `check_responses` lets pass, or undefined when there is none. */
  function isRight(question, answer) {
    return answer !== undefined && RIGHT[question.kind](question, answer);
  }

  function scaledBy(text, places) {
    var parts = text.split(".");
    return Number(parts[0] + ((parts[1] || "") + "000000").slice(0, places));
  }

  function decimal(number, places) {
    var digits = String(number);
    while (digits.length <= places) digits = "0" + digits;
    return digits.slice(0, -places) + "." + digits.slice(-places);
  }

  /* Half up, in whole numbers only. */
  function share(raw, most) {
    var doubled = raw * 200000 + most;
    return most ? (doubled - (doubled % (2 * most))) / (2 * most) : 0;
  }

  function mark(canonical, answers) {
    var right = {}, raw = 0, most = 0;
    canonical.questions.forEach(function (question) {
      var weight = scaledBy(question.weight, 3);
      right[question.id] = isRight(question, answers[question.id]);
      most += weight;
      if (right[question.id]) raw += weight;
      else if (canonical.in_parts) raw += partOf(question, answers[question.id], weight);
    });
    return {
      raw: decimal(raw, 3),
      max: decimal(most, 3),
      scaled: decimal(share(raw, most), 5),
      passed: most > 0 && raw * 100000 >= scaledBy(canonical.pass_mark, 5) * most,
      right: right
    };
  }

  return { isPartlyRight: isPartlyRight, isRight: isRight, mark: mark };
})();
