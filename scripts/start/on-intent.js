// Stands before the scripts of a page that can be read without them: lateScripts, a list that the build puts above.
// They come with the first sign that somebody wants more than to read. What only they can answer waits for them.
(() => {
  const signs = ["pointerdown", "touchstart", "focusin", "keydown", "pointerover"];
  const live = "button[type=button], a[data-live]";
  let isCalled = false;

  function call() {
    if (isCalled) return;
    isCalled = true;
    for (const name of signs) removeEventListener(name, onSign, true);
    for (const src of self.lateScripts) {
      const script = document.createElement("script");
      script.src = src;
      script.async = true;
      document.head.append(script);
    }
  }

  function onSign(event) {
    const isOverNothing =
      event.type === "pointerover" && !event.target.closest?.("a, button, input, summary, label");
    if (!isOverNothing) call();
  }

  // React gives an element its properties when it takes it over.
  const isTakenOver = (element) => Object.keys(element).some((name) => name.startsWith("__reactProps"));

  function onClick(event) {
    const element = event.target.closest?.(live);
    if (!element || isTakenOver(element) || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    call();
    const end = Date.now() + 10_000;
    const answer = () => {
      if (isTakenOver(element)) element.click();
      else if (Date.now() < end) setTimeout(answer, 20);
    };
    answer();
  }

  for (const name of signs) addEventListener(name, onSign, { capture: true, passive: true });
  addEventListener("click", onClick, true);
})();
