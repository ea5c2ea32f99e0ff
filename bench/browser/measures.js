// Runs in the measured page before its own scripts; what it leaves there is described in visit.ts.
(() => {
  /** Nothing among the items has changed for so long: they are painted. */
  const quietMs = 700;
  const tasks = [];
  let largestPaint = 0;
  let watched = null;

  new PerformanceObserver((list) => {
    tasks.push(...list.getEntries());
  }).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    largestPaint = Math.max(largestPaint, ...list.getEntries().map(({ startTime }) => startTime));
  }).observe({ type: "largest-contentful-paint", buffered: true });

  for (const kind of ["click", "keydown"]) {
    const press = ({ timeStamp }) => {
      if (watched?.pressedAt === 0) watched.pressedAt = timeStamp;
    };
    addEventListener(kind, press, { capture: true });
  }

  const changes = new MutationObserver(() => {
    const watching = watched;
    if (!watching?.pressedAt) return;
    watching.changedAt = performance.now();
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        watching.firstAt ||= performance.now();
        watching.paintedAt = performance.now();
      }),
    );
  });

  globalThis.measures = {
    arm() {
      const drawing = document.querySelector(".vis-foreground");
      if (!drawing) throw new Error("There is no timeline.");
      watched = { pressedAt: 0, changedAt: 0, firstAt: 0, paintedAt: 0 };
      changes.disconnect();
      changes.observe(drawing, { subtree: true, childList: true, attributes: true });
    },
    repainted() {
      const { pressedAt, changedAt, firstAt, paintedAt } = watched ?? {};
      if (!changedAt || paintedAt < changedAt || performance.now() - paintedAt < quietMs) return null;
      return { first: firstAt - pressedAt, last: paintedAt - pressedAt };
    },
    longTasks: (from, to) =>
      tasks
        .filter(({ startTime }) => startTime >= from && startTime < to)
        .map(({ duration }) => Math.round(duration)),
    largestPaint: () => largestPaint,
  };
})();
