(function(d){var m=/(?:^|; )display=([a-z.-]+)/.exec(document.cookie);d.className="js "+(m?m[1].replace(/\./g," "):"")})(document.documentElement)
