/* What number did she write? The same as quizzes/numbers.py; quizzes/marking_examples.json holds both to it. Binary floats
   never see a fraction: a number is read as whole half millionths. */
window.readNumber = (function () {
  "use strict";

  var SPACES = /[ \t\r\n\u00a0\u2009\u200b\u202f\u3000\ufeff]+/g;
  var WHOLE = /^([-+]?) ?¥? ?([0-9][0-9., ]*|[.,][0-9]+)(.*)$/;
  var GROUPED = [
    /^([1-9][0-9]{0,2}(?: [0-9]{3})+)(?:[.,]([0-9]+))?$/,
    /^([1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.([0-9]+))?$/,
    /^([1-9][0-9]{0,2}(?:\.[0-9]{3})+),([0-9]+)$/,
    /^([0-9]*)(?:[.,]([0-9]*))?$/
  ];
  var WORD = "(?:%|g|[A-Za-z]{2,6}|[\\u4e00-\\u9fff]{1,4})";
  var UNIT = new RegExp("^" + WORD + "(?:/" + WORD + ")?$");
  var NO_UNIT = /^[元块圆角毛]|[一二三四五六七八九十百千万亿半零〇几多]/;
  var YUAN = new RegExp("^[元块圆][钱整]?(?:/" + WORD + ")?$");
  var JIAO = /^[角毛]钱?$/;
  var YUAN_AND_MORE = /^[元块圆](?:零?([0-9])[角毛](?:([0-9])分?)?钱?|零?([0-9]{1,2})分钱?|([0-9]{1,2})|(半))$/;
  var JIAO_AND_FEN = /^[角毛]([0-9])(?:分钱?)?$/;

  function plain(text) {
    if (text.length > 60) return "";
    return text
      .replace(/[\uff01-\uff5e]/g, function (wide) { return String.fromCharCode(wide.charCodeAt(0) - 0xfee0); })
      .replace(/[−–—﹣负]/g, "-").replace(/[。｡]/g, ".").replace(/￥/g, "¥")
      .replace(SPACES, " ").replace(/ ?([.,]) ?/g, "$1").replace(/^ | $/g, "").replace(/[.,]+$/, "");
  }

  function grouped(number) {
    for (var i = 0; i < GROUPED.length; i++) {
      var found = GROUPED[i].exec(number);
      if (found) return { digits: found[1].replace(/[^0-9]/g, "") + (found[2] || ""), places: (found[2] || "").length };
    }
    return null;
  }

  function spoken(whole, unit) {
    var found = JIAO_AND_FEN.exec(unit);
    if (found) return { digits: whole + found[1], places: 2 };
    found = YUAN_AND_MORE.exec(unit);
    if (!found) return null;
    if (found[1]) return { digits: whole + found[1] + (found[2] || "0"), places: 2 };
    var more = found[5] ? "5" : found[4] || ("0" + found[3]).slice(-2);
    return { digits: whole + more, places: more.length };
  }

  function withUnit(number, unit) {
    if (!unit || YUAN.test(unit)) return number;
    if (JIAO.test(unit)) return { digits: number.digits, places: number.places + 1 };
    var more = number.places ? null : spoken(number.digits, unit);
    return more || (UNIT.test(unit) && !NO_UNIT.test(unit) ? number : null);
  }

  /* In half millionths, so that whatever lies between two millionths is the half between them and compares exactly. */
  function halfMillionths(amount) {
    var digits = amount.digits;
    while (digits.length <= amount.places) digits = "0" + digits;
    var whole = digits.slice(0, digits.length - amount.places).replace(/^0+/, "");
    var fraction = digits.slice(digits.length - amount.places) + "000000";
    if (whole.length > 9) return Infinity;
    return 2 * Number(whole + fraction.slice(0, 6)) + (/[1-9]/.test(fraction.slice(6)) ? 1 : 0);
  }

  function readNumber(text) {
    var found = WHOLE.exec(plain(text));
    var number = found && grouped(found[2].replace(/ $/, ""));
    var amount = number && withUnit(number, found[3].replace(/ /g, ""));
    if (!amount) return null;
    return (found[1] === "-" ? -1 : 1) * halfMillionths(amount);
  }

  return readNumber;
})();
