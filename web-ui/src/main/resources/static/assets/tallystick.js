// Comfort only: every page works without this script.
(function () {
  "use strict";

  // Words as the server counts them: what stands between white space and has a letter or digit; each ideograph is one.
  var WORD = /\p{Ideographic}|[^\s\p{Ideographic}]*(?!\p{Ideographic})[\p{L}\p{N}][^\s\p{Ideographic}]*/gu;

  // The number of words left, as one types.
  document.querySelectorAll("textarea[data-words]").forEach(function (field) {
    var most = Number(field.dataset.words);
    var note = document.getElementById(field.id + "-count");
    if (!note) return;
    var tell = function () {
      var left = most - (field.value.match(WORD) || []).length;
      var size = Math.abs(left);
      note.textContent = "You have " + size + (size === 1 ? " word " : " words ") + (left < 0 ? "too many" : "left");
      note.classList.toggle("govuk-error-message", left < 0);
    };
    field.addEventListener("input", tell);
    tell();
  });

  // A budget is worked out again while one types. The server computes; this only puts its pieces in their places.
  document.querySelectorAll("form[data-preview]").forEach(function (form) {
    var timer, asked;
    var put = function (html) {
      new DOMParser().parseFromString(html, "text/html").querySelectorAll("[data-worked]").forEach(function (fresh) {
        var here = document.getElementById(fresh.id);
        if (here && here.innerHTML !== fresh.innerHTML) here.innerHTML = fresh.innerHTML;
      });
    };
    var ask = function () {
      if (asked) asked.abort();
      asked = new AbortController();
      fetch(form.dataset.preview, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        headers: { Accept: "text/html" },
        signal: asked.signal
      }).then(function (answer) {
        return answer.ok && !answer.redirected ? answer.text() : "";
      }).then(put).catch(function () {});
    };
    var soon = function () {
      clearTimeout(timer);
      timer = setTimeout(ask, 500);
    };
    form.addEventListener("input", soon);
    form.addEventListener("change", soon);
  });

  // A slider says where it is while it is moved; the button shows that point.
  document.querySelectorAll("input[type=range][data-labels]").forEach(function (slider) {
    var labels = slider.dataset.labels.split("|");
    var note = document.getElementById(slider.id + "-label");
    var tell = function () {
      var label = labels[Number(slider.value)] || "";
      slider.setAttribute("aria-valuetext", label);
      if (note) note.textContent = label;
    };
    slider.addEventListener("input", tell);
    tell();
  });

  // A second click within two seconds does not send a form twice.
  document.querySelectorAll("form[method=post]").forEach(function (form) {
    var sentAt = 0;
    form.addEventListener("submit", function (event) {
      if (event.timeStamp - sentAt < 2000 && sentAt > 0) event.preventDefault();
      else sentAt = event.timeStamp;
    });
  });
})();
