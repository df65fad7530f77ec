/* Her card as one picture, for her to press long and save: WeChat and old browsers save nothing else. */
window.shelfPicture = (function () {
  "use strict";
  var WIDTH = 720, EDGE = 40, TALLEST = 960, FONT = "Roboto, 'Noto Sans CJK SC', 'PingFang SC', sans-serif", QUALITY = 0.9;
  var INK = "#1b1e28", INDIGO = "#16234a", PAPER = "#fff";

  /* What she set apart with spaces stays whole while it is short; a word that is longer than a line is broken anywhere. */
  function pieces(context, text, width) {
    function isWider(piece, most) { return context.measureText(piece.trim()).width > most; }
    return (text.match(/\S+\s*/g) || []).reduce(function (all, run) {
      if (!isWider(run, width / 2)) return all.concat(run);
      return run.match(/[\w'’.,:;!?-]+\s*|[^]/g).reduce(function (some, piece) {
        return some.concat(isWider(piece, width) ? piece.split("") : piece);
      }, all);
    }, []);
  }

  /* Words are broken where the language allows it: at spaces, and between any two signs of Chinese. */
  function broken(context, text, width) {
    var lines = [], line = "";
    pieces(context, text, width).forEach(function (piece) {
      if (line && context.measureText(line + piece).width > width && !/^[，。！？；：、）”]/.test(piece)) {
        lines.push(line.trim());
        line = "";
      }
      line += piece;
    });
    return line.trim() ? lines.concat(line.trim()) : lines;
  }

  function wanted(card) {
    var list = [];
    function say(text, size, weight, colour, dot) {
      if (text) list.push({ text: text, font: weight + " " + size + "px " + FONT, size: size, colour: colour, dot: dot });
    }
    say(card.title, 44, 700, INK);
    say(card.price, 60, 700, INDIGO);
    say(card.per, 30, 600, "#46506b");
    card.lines.forEach(function (line) { say(line, 34, 400, INK, true); });
    return list;
  }

  function write(context, card, top, isDrawn) {
    var y = top;
    wanted(card).forEach(function (part) {
      var left = EDGE + (part.dot ? 32 : 0);
      context.font = part.font;
      context.fillStyle = part.colour;
      broken(context, part.text, WIDTH - EDGE - left).forEach(function (line, number) {
        y += part.size * 1.4;
        if (!isDrawn) return;
        context.fillText(line, left, y);
        if (part.dot && !number) context.fillRect(EDGE, y - part.size * 0.5, 12, 12);
      });
      y += 10;
    });
    return y + EDGE;
  }

  /* The whole photo; of a very tall one the middle. */
  function heightOf(image) { return Math.min(TALLEST, Math.round(WIDTH * image.naturalHeight / image.naturalWidth)); }

  function cover(context, image, tall) {
    var height = image.naturalWidth * tall / WIDTH;
    context.drawImage(
      image, 0, (image.naturalHeight - height) / 2, image.naturalWidth, height, 0, 0, WIDTH, tall
    );
  }

  /* `image`: an <img> that has come, or none. The address of a JPEG: one that begins with blob: cannot be saved in WeChat. */
  function draw(card, image) {
    var canvas = document.createElement("canvas"), context = canvas.getContext("2d"), top = image ? heightOf(image) : 0;
    canvas.width = WIDTH;
    canvas.height = write(context, card, top, false);
    context.fillStyle = PAPER;
    context.fillRect(0, 0, WIDTH, canvas.height);
    if (image) cover(context, image, top);
    write(context, card, top, true);
    context.lineWidth = 8;
    context.strokeStyle = INDIGO;
    context.strokeRect(4, 4, WIDTH - 8, canvas.height - 8);
    return canvas.toDataURL("image/jpeg", QUALITY);
  }

  return { draw: draw };
})();
