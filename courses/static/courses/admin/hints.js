/* Hints while writing a lesson or a quiz, from what stands in the form; they never keep anything from being saved.

   window.writingHints.hintsOf(form) is pure: fields in, [word, number, name of the field] out. */
(function () {
  'use strict';

  var LONG_SENTENCE = 40;
  var LONG_CARD = 90;
  var MOST_LINES = 3;  // more are not kept, and what keeps by itself does not say where
  var LONGER_BY = 1.25;
  var MANY_CARDS = 12;
  var PICTURES = ['picture', 'right_picture', 'wrong_picture', 'example_picture'];
  // 是不是, 能不能, 要不要 ask; they deny nothing. Nor do 不同, 不超过, 没关系, and what only holds such a sign.
  var ASKING = new RegExp(
    '(.)不\\1|有没有|不同|不一样|不超过|不[多少高低大小早晚短长]于|不错|不但|不仅|不管|不论|不过|不断|不久|差不多|对不起|没关系|' +
    '特别|分别|区别|级别|类别|性别|识别|辨别|鉴别|告别|个别|别人|别的|别处|别名|别针|别墅|' +
    '非常|非洲|非得|是非|未来', 'g'
  );
  var DENIED = /不|没有|没|无法|别|未|非|\b(?:not|never|no|cannot|isn't|don't|doesn't|without)\b/i;

  function field(form, name) {
    return form.elements[name] || null;
  }

  function value(form, name) {
    var found = field(form, name);
    return found ? String(found.value).trim() : '';
  }

  function ticked(form, name) {
    var found = field(form, name);
    return !!(found && found.checked);
  }

  /* Prefixes of the blocks of a list as they stand on the screen, without those that were taken away. */
  function blocks(form, name) {
    var count = parseInt(value(form, name + '-count'), 10) || 0;
    var found = [];
    for (var i = 0; i < count; i++) {
      if (!value(form, name + '-' + i + '-deleted')) {
        var order = parseInt(value(form, name + '-' + i + '-order'), 10);
        found.push({ prefix: name + '-' + i + '-value', order: isNaN(order) ? i : order });
      }
    }
    found.sort(function (one, other) { return one.order - other.order; });
    return found.map(function (block) { return block.prefix; });
  }

  function cardHints(form, prefix, number, told) {
    var text = value(form, prefix + '-text');
    var sentences = text.split(/[。！？!?\n]|\. /);
    var longest = Math.max.apply(null, sentences.map(function (one) { return one.trim().length; }));
    var wide = /[\u4e00-\u9fff]/.test(text) ? 1 : 2.5;
    var lines = text.split('\n').filter(function (one) { return one.trim(); }).length;
    if (lines > MOST_LINES || text.length > LONG_CARD * wide || longest > LONG_SENTENCE * wide) {
      told.push(['long', number, prefix + '-text']);
    }
    PICTURES.forEach(function (name) {
      var at = prefix + '-' + name;
      if (value(form, at + '-image') && !ticked(form, at + '-decorative') && !value(form, at + '-alt_text')) {
        told.push(['undescribed', number, at + '-alt_text']);
      }
    });
  }

  function questionHints(form, prefix, number, told) {
    var options = blocks(form, prefix + '-options');
    if (DENIED.test(value(form, prefix + '-prompt').replace(ASKING, ''))) {
      told.push(['denied', number, prefix + '-prompt']);
    }
    if (field(form, prefix + '-explanation') && !value(form, prefix + '-explanation')) {
      told.push(['no-reason', number, prefix + '-explanation']);
    }
    var right = [];
    var wrong = [];
    var first = '';
    var silent = '';
    options.forEach(function (option) {
      var length = value(form, option + '-text').length;
      first = first || (ticked(form, option + '-right') ? option : '');
      (ticked(form, option + '-right') ? right : wrong).push(length);
      if (length && !ticked(form, option + '-right') && field(form, option + '-feedback') &&
          !value(form, option + '-feedback')) {
        silent = silent || option + '-feedback';
      }
    });
    if (silent) {
      told.push(['silent', number, silent]);
    }
    if (right.length === 1 && wrong.length && right[0] > LONGER_BY * Math.max.apply(null, wrong) && right[0] > 4) {
      told.push(['gives-away', number, first + '-text']);
    }
  }

  /* Each brings a script of its own; both are more than a lesson's scripts may weigh. */
  function bothHint(form, cards, told) {
    var kinds = cards.map(function (prefix) { return value(form, prefix.replace(/-value$/, '-type')); });
    var calculator = kinds.indexOf('calculator');
    var isTried = kinds.some(function (kind) { return kind.indexOf('check_') === 0; });
    if (calculator >= 0 && isTried) {
      told.push(['both', calculator + 1, cards[calculator] + '-title']);
    }
  }

  function hintsOf(form) {
    var told = [];
    var cards = blocks(form, 'cards');
    cards.forEach(function (prefix, i) {
      if (field(form, prefix + '-prompt')) {
        questionHints(form, prefix, i + 1, told);
      } else {
        cardHints(form, prefix, i + 1, told);
      }
    });
    bothHint(form, cards, told);
    if (cards.length >= MANY_CARDS) {
      told.push(['many', cards.length, 'cards-count']);
    }
    blocks(form, 'questions').forEach(function (prefix, i) {
      questionHints(form, prefix, i + 1, told);
    });
    return told;
  }

  function show(list, form, words) {
    var hints = hintsOf(form);
    list.textContent = '';
    hints.forEach(function (hint) {
      var line = document.createElement('li');
      var there = document.createElement('button');
      there.type = 'button';
      there.textContent = words[hint[0]].replace('{n}', hint[1]);
      there.addEventListener('click', function () {
        var target = field(form, hint[2]);
        if (target) {
          target.focus();
          target.scrollIntoView({ block: 'center' });
        }
      });
      line.appendChild(there);
      list.appendChild(line);
    });
    return hints.length;
  }

  /* Wagtail's own words for its plus signs are not in our catalogue, and in English. */
  function nameButtons(place, words) {
    Array.prototype.forEach.call(place.querySelectorAll('.c-sf-add-button'), function (button) {
      button.title = words.add;
    });
  }

  /* Publishing was refused, and then the editor kept the draft by itself: both are to be said. */
  function sayThatDraftIsKept(words) {
    var kept = document.getElementById('w-autosave-indicator');
    var lines = document.querySelectorAll('.messages .error');
    var refusal = Array.prototype.filter.call(lines, function (line) {
      return line.textContent.indexOf(words.refused) >= 0;
    })[0];
    function look() {
      if (kept.getAttribute('data-w-autosave-state-value') === 'saved') {
        watch.disconnect();
        replaceWords(refusal, words.refused, words.kept);
      }
    }
    var watch = new MutationObserver(look);
    if (kept && refusal) {
      watch.observe(kept, { attributes: true, attributeFilter: ['data-w-autosave-state-value'] });
      look();
    }
  }

  function replaceWords(place, old, words) {
    Array.prototype.forEach.call(place.childNodes, function (node) {
      if (node.nodeType === Node.TEXT_NODE) {
        node.data = node.data.replace(old, words);
      } else {
        replaceWords(node, old, words);
      }
    });
  }

  function figures(box, address, done) {
    fetch(address, { credentials: 'same-origin' }).then(function (reply) {
      return reply.ok ? reply.json() : { said: [] };
    }).then(function (told) {
      told.said.forEach(function (sentence) {
        var line = document.createElement('p');
        line.textContent = sentence;
        box.appendChild(line);
      });
      done();
    }, function () { /* the figures are only a help */ });
  }

  function begin() {
    var given = document.getElementById('writing-hints');
    var form = document.getElementById('page-edit-form') || document.querySelector('form[data-edit-form]');
    var count = form && (field(form, 'cards-count') || field(form, 'questions-count'));
    var place = count && count.closest('section');
    if (!given || !place) {
      return;
    }
    var words = JSON.parse(given.textContent);
    var box = document.createElement('aside');
    var title = document.createElement('h2');
    var list = document.createElement('ul');
    var numbers = document.createElement('div');
    box.className = 'writing-hints';
    title.textContent = words.title;
    box.appendChild(title);
    box.appendChild(numbers);
    box.appendChild(list);
    place.parentNode.insertBefore(box, place);
    var waiting = 0;
    function again() {
      box.hidden = !show(list, form, words) && !numbers.firstChild;
      nameButtons(place, words);
    }
    function soon() {
      clearTimeout(waiting);
      waiting = setTimeout(again, 400);
    }
    form.addEventListener('input', soon);
    form.addEventListener('change', soon);
    new MutationObserver(soon).observe(place, { childList: true, subtree: true, attributes: true, attributeFilter: ['value'] });
    sayThatDraftIsKept(words);
    var page = /\/pages\/(\d+)\/edit\//.exec(window.location.pathname);
    if (page && field(form, 'cards-count')) {
      figures(numbers, words.figures.replace('/0/', '/' + page[1] + '/'), again);
    }
    again();
  }

  /* On her first visit the preview stands beside the form; from then on whatever she left open. On a phone it would
     stand before the form and its buttons: there the form comes first. Before the page is ready, when Wagtail looks
     there. The checks, which we do not offer, may still be what she left. */
  function openPreview() {
    var kept = 'wagtail:side-panel-open';
    var left = window.localStorage.getItem(kept);
    if (window.innerWidth < 800) {
      window.localStorage.setItem(kept, '');
    } else if (left === null || left === 'checks') {
      window.localStorage.setItem(kept, 'preview');
    }
  }

  window.writingHints = { hintsOf: hintsOf, sayThatDraftIsKept: sayThatDraftIsKept };
  try { openPreview(); } catch (error) { /* nothing is kept in this browser */ }
  // The fields of a stream are drawn by script after the page is there.
  window.addEventListener('load', function () {
    try { begin(); } catch (error) { /* without hints the editor is whole */ }
  });
}());
