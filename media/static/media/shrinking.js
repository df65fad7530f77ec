/* A photo is made small on the phone before it is kept or sent: one of five megabytes would take a quarter of an hour on a
   slow line, and its teacher sees no more in it. What the camera wrote beside the picture is gone with it. */
window.shrinking = (function () {
  "use strict";
  var AIM = 150 * 1024, STEPS = [[1280, 0.7], [1280, 0.55], [1024, 0.55], [800, 0.5]];

  function within(canvas, longest) {
    var scale = longest / Math.max(canvas.width, canvas.height), smaller;
    if (scale >= 1) return canvas;
    smaller = window.upright.blank(canvas.width * scale, canvas.height * scale);
    smaller.getContext("2d").drawImage(canvas, 0, 0, smaller.width, smaller.height);
    return smaller;
  }

  /* The best form that is light enough, or the lightest. */
  function lightest(canvas, step) {
    return window.upright.jpeg(within(canvas, STEPS[step][0]), STEPS[step][1]).then(function (blob) {
      return blob.size <= AIM || step === STEPS.length - 1 ? blob : lightest(canvas, step + 1);
    });
  }

  /* A JPEG. Rejects what this browser cannot read. */
  function shrink(blob) {
    return window.upright.canvas(blob, STEPS[0][0]).then(function (canvas) { return lightest(canvas, 0); });
  }

  return { shrink: shrink };
})();
