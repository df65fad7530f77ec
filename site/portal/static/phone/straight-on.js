/* On the first screen: whose language is known goes straight on to the lessons; a link to #languages stays here. */
(function () {
  var choices = document.querySelectorAll("[data-language]");
  var kept = /(?:^|; )django_language=([a-z-]+)/.exec(document.cookie);
  var wanted = kept ? [kept[1]] : navigator.languages || [navigator.language || ""];

  function same(code, language) {
    return code.toLowerCase().split("-")[0] === language.toLowerCase().split("-")[0];
  }

  function keep(event) {
    var code = event.currentTarget.getAttribute("data-language");
    document.cookie = "django_language=" + code + "; path=/; max-age=31536000; samesite=lax";
  }

  for (var i = 0; i < choices.length; i++) choices[i].addEventListener("click", keep);
  if (location.hash) return;
  for (var j = 0; j < wanted.length; j++) {
    for (i = 0; i < choices.length; i++) {
      if (same(choices[i].getAttribute("data-language"), wanted[j])) return location.replace(choices[i].href);
    }
  }
})();
