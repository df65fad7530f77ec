/* A photo as a canvas that stands upright, in old engines too: what its file says of turning is taken out before the browser
   sees it, and done here. Where and when it was taken goes the same way. */
window.upright = (function () {
  "use strict";
  var MOST_PIXELS = 120e6, MOST_DRAWN = 16e6;
  var START = 0xffd8, SCAN = 0xffda, FILL = 0xffff, APP1 = 0xffe1, TURNED = 0x0112;
  var EXIF = 0x45786966, RIFF = 0x52494646, EXIF_CHUNK = 0x45584946, NOTHING = 0x2d2d2d2d;

  function bytesOf(blob) {
    return new Promise(function (resolve, reject) {
      var reader = new FileReader();
      reader.onload = function () { resolve(reader.result); };
      reader.onerror = function () { reject(reader.error); };
      reader.readAsArrayBuffer(blob);
    });
  }

  /* From 1 (as it is) to 8, as TIFF numbers them. */
  function turnIn(view, tiff) {
    var isLittle = view.getUint16(tiff) === 0x4949, ifd, count;
    ifd = tiff + view.getUint32(tiff + 4, isLittle);
    count = view.getUint16(ifd, isLittle);
    for (var entry = ifd + 2; count > 0; count -= 1, entry += 12) {
      if (view.getUint16(entry, isLittle) === TURNED) return view.getUint16(entry + 8, isLittle);
    }
    return 1;
  }

  /* A WebP is a row of chunks, each with its length; one whose name means nothing is passed over. */
  function takeOutOfChunks(bytes, view) {
    var turned = 1, at = 12, begins = 0;
    for (; at + 8 <= bytes.byteLength; at += 8 + view.getUint32(at + 4, true) + view.getUint32(at + 4, true) % 2) {
      if (view.getUint32(at) !== EXIF_CHUNK) continue;
      begins = at + 8;
      turned = turnIn(view, view.getUint32(begins) === EXIF ? begins + 6 : begins);
      view.setUint32(at, NOTHING);
    }
    return { turned: turned, parts: [bytes] };
  }

  /* A JPEG is a row of segments, each with its length; after the last of them comes the picture. Several may be APP1, of
     which only one that is Exif says how the camera was held. */
  function takeOut(bytes) {
    var view = new DataView(bytes), parts = [bytes.slice(0, 2)], turned = 1, at = 2, length;
    if (view.getUint32(0) === RIFF) return takeOutOfChunks(bytes, view);
    if (view.getUint16(0) !== START) return { turned: 1, parts: [bytes] };
    while (view.getUint16(at) !== SCAN) {
      if (view.getUint16(at) === FILL) {
        at += 1;
      } else {
        length = 2 + view.getUint16(at + 2);
        if (view.getUint16(at) !== APP1) parts.push(bytes.slice(at, at + length));
        else if (view.getUint32(at + 4) === EXIF) turned = turnIn(view, at + 10);
        at += length;
      }
    }
    return { turned: turned, parts: parts.concat(bytes.slice(at)) };
  }

  /* What is no JPEG, or a broken one, is for the browser to judge. */
  function plain(bytes, type) {
    try {
      var found = takeOut(bytes);
      return { turned: found.turned >= 1 && found.turned <= 8 ? found.turned : 1, blob: new Blob(found.parts, { type: type }) };
    } catch (broken) {
      return { turned: 1, blob: new Blob([bytes], { type: type }) };
    }
  }

  function imageOf(blob) {
    return new Promise(function (resolve, reject) {
      var image = new Image(), address = URL.createObjectURL(blob);
      image.onload = function () {
        var pixels = image.naturalWidth * image.naturalHeight;
        if (pixels && pixels <= MOST_PIXELS) resolve({ image: image, done: function () { URL.revokeObjectURL(address); } });
        else image.onerror();
      };
      image.onerror = function () {
        URL.revokeObjectURL(address);
        reject(new Error("unreadable"));
      };
      image.src = address;
    });
  }

  /* How the axes of the picture lie on the canvas. */
  function axes(turned, width, height) {
    return [
      [1, 0, 0, 1, 0, 0], [-1, 0, 0, 1, width, 0], [-1, 0, 0, -1, width, height], [1, 0, 0, -1, 0, height],
      [0, 1, 1, 0, 0, 0], [0, 1, -1, 0, height, 0], [0, -1, -1, 0, height, width], [0, -1, 1, 0, 0, width]
    ][turned - 1];
  }

  function blank(width, height) {
    var canvas = document.createElement("canvas"), context;
    canvas.width = Math.max(1, Math.round(width));
    canvas.height = Math.max(1, Math.round(height));
    context = canvas.getContext("2d");
    context.imageSmoothingQuality = "high";
    context.fillStyle = "#fff"; /* what is see-through is paper in a JPEG */
    context.fillRect(0, 0, canvas.width, canvas.height);
    return canvas;
  }

  function draw(image, turned, longest) {
    var width = image.naturalWidth, height = image.naturalHeight, canvas, context;
    var scale = Math.min(1, (longest || Infinity) / Math.max(width, height), Math.sqrt(MOST_DRAWN / (width * height)));
    width = Math.max(1, Math.round(width * scale));
    height = Math.max(1, Math.round(height * scale));
    canvas = turned > 4 ? blank(height, width) : blank(width, height);
    context = canvas.getContext("2d");
    context.transform.apply(context, axes(turned, width, height));
    context.drawImage(image, 0, 0, width, height);
    context.setTransform(1, 0, 0, 1, 0, 0);
    return canvas;
  }

  /* `longest`: of its sides, in pixels. Rejects what this browser cannot read. */
  function canvas(blob, longest) {
    return bytesOf(blob).then(function (bytes) {
      var found = plain(bytes, blob.type);
      return imageOf(found.blob).then(function (opened) {
        var drawn = draw(opened.image, found.turned, longest);
        opened.done();
        return drawn;
      });
    });
  }

  function jpeg(drawn, quality) {
    return new Promise(function (resolve, reject) {
      drawn.toBlob(function (blob) {
        if (blob) resolve(blob);
        else reject(new Error("unreadable"));
      }, "image/jpeg", quality);
    });
  }

  return { canvas: canvas, blank: blank, jpeg: jpeg };
})();
