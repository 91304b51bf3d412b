// Stands at the end of a page that brings a picture of itself: its code comes when the picture has been painted, so
// that on a slow phone neither the line nor the processor is busy with anything else before there is something to see.
;(function () {
  var root = document.documentElement
  var begun = false
  function begin() {
    if (begun) return
    begun = true
    root
      .getAttribute('data-code')
      .split(' ')
      .forEach(function (src) {
        var script = document.createElement('script')
        script.src = src
        script.async = false
        document.head.appendChild(script)
      })
  }
  // Without a picture, or in a tab that nobody looks at, there is nothing to wait for.
  if (root.className === '' || document.visibilityState === 'hidden') return begin()
  try {
    // Frames may be drawn without being shown while the former page still stands.
    new PerformanceObserver(begin).observe({ type: 'paint', buffered: true })
  } catch (_) {
    requestAnimationFrame(function () {
      requestAnimationFrame(begin)
    })
  }
  setTimeout(begin, 500)
})()
