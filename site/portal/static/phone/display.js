/* Inside every page, before anything is painted: what she chose, and what her browser is, as classes of <html>.

   Pages are the same for everybody, so it is here that pictures are left out when she saves data: their addresses are
   taken away as the page is read, before the browser asks for any (all are lazy, so none is fetched ahead). What comes
   under /uploads/ was put there by authors; our own few marks stay. `sparing.js` then offers each by a tap. */
(function (html, browser) {
  var found = /(?:^|; )display=([a-z0-9.-]+)/.exec(document.cookie);
  var names = "js " + (found ? found[1].replace(/\./g, " ") : "");
  if (/MicroMessenger/i.test(browser.userAgent)) names += " in-wechat";
  if (!/ (saving|all-pictures)\b/.test(names) && (browser.connection || names).saveData) names += " saving";
  html.className = names;
  if (!/ saving\b/.test(names)) return;

  function takeAway(image, name) {
    var value = image.getAttribute(name);
    if (value === null) return;
    image.setAttribute("data-" + name, value);
    image.removeAttribute(name);
  }

  new MutationObserver(function () {
    var images = document.querySelectorAll('img[src^="/uploads/"]:not(.shown)');
    for (var i = 0; i < images.length; i++) {
      var forms = images[i].parentNode.querySelectorAll("source");
      for (var j = 0; j < forms.length; j++) takeAway(forms[j], "srcset");
      takeAway(images[i], "srcset");
      takeAway(images[i], "src");
      images[i].src = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
    }
  }).observe(html, { childList: true, subtree: true });
})(document.documentElement, navigator);
