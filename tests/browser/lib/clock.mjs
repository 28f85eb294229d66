// A page whose clock and frames a test can change, so that what shows only on a slow machine shows on every machine.
// While it is "slow", each look at the clock costs 20 ms and each frame waits for 40 more: counting in pieces makes the smallest
// pieces there are, and whatever appears after some time appears after so many looks, whatever the processor does meanwhile.
const costOfLook = 20, waitOfFrame = 40;   // ms

export const slow = (page, isSlow) => page.evaluate(({ isSlow, costOfLook, waitOfFrame }) => {
  if (!window.testClock) {
    const clock = window.testClock = { ahead: 0, isSlow: false };
    const now = performance.now.bind(performance), frame = window.requestAnimationFrame.bind(window);
    performance.now = () => now() + (clock.ahead += clock.isSlow ? costOfLook : 0);
    window.requestAnimationFrame = (run) => clock.isSlow ? setTimeout(() => frame(run), waitOfFrame) : frame(run);
  }
  window.testClock.isSlow = isSlow;
}, { isSlow, costOfLook, waitOfFrame });
