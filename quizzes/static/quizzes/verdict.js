/* What is said about an answer: right or not, why, and which card says it. Words come from the page's key and template. */
window.verdict = (function () {
  "use strict";

  /* Each clause of Chinese on a line of its own if it fits, as the pages do it. */
  function say(node, text, language) {
    var isChinese = /[\u3400-\u9fff]/.test(text);
    var clauses = isChinese ? text.match(/[^，、：；。！？]*[，、：；。！？”』）]+|[^，、：；。！？]+/g) : [text];
    if (language) node.setAttribute("lang", language);
    clauses.forEach(function (clause) {
      var span = document.createElement("span");
      if (clauses.length > 1) span.className = "clause";
      span.textContent = clause;
      node.appendChild(span);
    });
  }

  /* Of what she chose, what the author says why it is not it. */
  function wronglyChosen(question, said, answer) {
    return [].concat(answer).filter(function (one) {
      return said.feedback.hasOwnProperty(one) && [].concat(question.right || []).indexOf(one) < 0;
    })[0];
  }

  /* Where the author gave no such reason, the explanation, or nothing. The subject is what is heard of it. */
  function giveReason(node, question, said, wrong) {
    if (!wrong && !said.explanation) return node.parentNode.removeChild(node);
    node.setAttribute("data-say", "why:" + question.id + (wrong ? ":" + wrong : ""));
    say(node, wrong ? said.feedback[wrong] : said.explanation, said.language);
  }

  function fill(view, selector, text, language) {
    var node = view.querySelector(selector), holder = node;
    if (text) return say(node, text, language);
    while (holder.parentNode !== view) holder = holder.parentNode;
    view.removeChild(holder);
  }

  function viewOf(said, question, answer, section, part, right) {
    var view = part(right ? "right" : "wrong");
    var wrong = right ? "" : wronglyChosen(question, said, answer);
    giveReason(view.querySelector(".verdict__reason"), question, said, wrong);
    if (!right) {
      if (said.explains) view.querySelector(".hear").href = said.explains.url;
      fill(view, ".mine__words", window.answering.saidIn(section), said.language);
      fill(view, ".hear__card", said.explains ? said.explains.title || " " : "", said.language);
    }
    return view;
  }

  /* On the answer that stands in a section. `part` copies a part of the template. */
  function verdictOn(section, key, part) {
    var id = section.getAttribute("data-question"), answer = window.answering.answerOf(section);
    var question = key.canonical.questions.filter(function (one) { return one.id === id; })[0];
    var right = window.marking.isRight(question, answer);
    var view = viewOf(key.words[id], question, answer, section, part, right), inPart = view.querySelector(".verdict__part");
    if (inPart && !window.marking.isPartlyRight(key.canonical, question, answer)) inPart.parentNode.removeChild(inPart);
    return { id: id, answer: answer, right: right, asked: section.querySelector(".ask"), view: view };
  }

  /* -- what came of the whole quiz -- */

  /* Of all that the template could say, what holds. */
  function choose(view, holds) {
    [].slice.call(view.querySelectorAll("[data-if]")).forEach(function (node) {
      var all = node.getAttribute("data-if").split(" ").every(function (one) { return holds.indexOf(one) >= 0; });
      if (!all) node.parentNode.removeChild(node);
    });
  }

  /* A question to look at again, as its verdict said it. */
  function again(told) {
    var title = told.asked.cloneNode(true);
    title.removeAttribute("id");
    title.className = "judged__ask";
    told.view.className = "block judged";
    told.view.querySelector(".verdict").removeAttribute("aria-live");
    [].slice.call(told.view.querySelectorAll("[data-say^=phrase]")).forEach(function (one) { one.removeAttribute("data-say"); });
    told.view.insertBefore(title, told.view.firstChild);
    return told.view;
  }

  /* Marked by the key that came with the page; the site marks it again by the same. */
  function resultOf(sections, key, part) {
    var view = part("result"), list = view.querySelector(".result__again"), answers = {}, marked, count = 0;
    var told = sections.map(function (section) { return verdictOn(section, key, part); });
    told.forEach(function (one) { answers[one.id] = one.answer; });
    marked = window.marking.mark(key.canonical, answers);
    for (var id in marked.right) if (!marked.right[id]) count += 1;
    choose(view, [marked.passed ? "passed" : "open", count ? "wrong-" + count : "right"]);
    told.forEach(function (one) { if (!one.right) list.appendChild(again(one)); });
    return view;
  }

  return { on: verdictOn, resultOf: resultOf };
})();
