// Stands in every page's head, before any other code has arrived. Kept as text: nothing compiles it.
;(function () {
  var root = document.documentElement
  var city = root.getAttribute('data-first-city')
  var language = 'zh-CN'
  function kept(key, otherwise) {
    var text = localStorage.getItem('jiesu:' + key)
    return (text !== null && JSON.parse(text).data) || otherwise
  }
  try {
    for (var i = 0; i < localStorage.length; i++) {
      // A device that knows something of its own shows it from the start: the first picture is for newcomers. Of the
      // city the picture tells the same as what was kept.
      if (/^jiesu:(?!last1:city:|city$)/.test(localStorage.key(i) || '')) root.className = ''
    }
    city = kept('city', city)
    language = kept('language', language)
    if (city !== root.getAttribute('data-first-city')) root.className = ''
  } catch (_) {
    // No storage, or nothing in it.
  }
  // What the page reads first comes while its code does.
  var answers = (window.earlyAnswers = {})
  ;(root.getAttribute('data-asks') || '').split(' ').forEach(function (pattern) {
    if (pattern === '') return
    var url = pattern.replace('{city}', encodeURIComponent(city))
    answers[url] = fetch(url, { headers: { Accept: 'application/json', 'Accept-Language': language } }).then(
      function (response) {
        return response.text().then(function (text) {
          return { status: response.status, text: text }
        })
      },
    )
    answers[url].catch(function () {})
  })
})()
