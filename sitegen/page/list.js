/* Search, filters and order of the list. A classic script, so that it works from a file; what it knows of the people
   stands above it, in `tizimList`. Without it the page is whole: every filter has a page of its own. */
(function () {
  'use strict';

  /* One spelling for all scripts and romanisations, so that Мамай, Mamay and Mamai meet. */
  var letters = {
    'а': 'a', 'ә': 'a', 'б': 'b', 'в': 'v', 'г': 'g', 'ғ': 'g', 'д': 'd', 'е': 'e', 'ё': 'e', 'ж': 'j', 'з': 'z',
    'и': 'i', 'й': 'i', 'к': 'k', 'қ': 'k', 'л': 'l', 'м': 'm', 'н': 'n', 'ң': 'n', 'о': 'o', 'ө': 'o', 'п': 'p',
    'р': 'r', 'с': 's', 'т': 't', 'у': 'u', 'ұ': 'u', 'ү': 'u', 'ф': 'f', 'х': 'h', 'һ': 'h', 'ц': 'c', 'ч': 'c',
    'ш': 's', 'щ': 's', 'ъ': '', 'ы': 'i', 'і': 'i', 'ь': '', 'э': 'e', 'ю': 'iu', 'я': 'ia', 'ı': 'i', 'ə': 'a'
  };
  function fold(text) {
    return String(text).toLowerCase()
      .replace(/./g, function (c) { return letters.hasOwnProperty(c) ? letters[c] : c; })
      .normalize('NFD').replace(/[\u0300-\u036f'’ʼ`"]/g, '')
      .replace(/shch/g, 's').replace(/dzh|dj|zh/g, 'j').replace(/kh/g, 'h').replace(/gh/g, 'g').replace(/sh/g, 's')
      .replace(/tch|ch|ts/g, 'c').replace(/ng/g, 'n').replace(/q/g, 'k').replace(/w/g, 'v').replace(/x/g, 'ks')
      .replace(/y/g, 'i').replace(/ie/g, 'e').replace(/iu/g, 'u').replace(/(.)\1+/g, '$1');
  }
  function wordsOf(text) {
    return fold(text).split(/[^a-z0-9\u0080-\uffff]+/).filter(function (word) { return word; });
  }
  /* Without the ending of a surname or a case, if enough is left to mean somebody. */
  function stem(word) {
    var cut = word.replace(/(evic|ovic|evna|ovna|eva|ova|ina|ev|ov|in|om|em|oi|a|u|e|i)$/, '');
    return cut.length >= 4 ? cut : word;
  }
  /* How many letters differ, as long as it is no more than `most`. */
  function isNear(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return false;
    var row = [], i, j;
    for (j = 0; j <= b.length; j++) row[j] = j;
    for (i = 1; i <= a.length; i++) {
      var corner = row[0], least = row[0] = i;
      for (j = 1; j <= b.length; j++) {
        var up = row[j];
        row[j] = Math.min(up + 1, row[j - 1] + 1, corner + (a[i - 1] === b[j - 1] ? 0 : 1));
        corner = up;
        least = Math.min(least, row[j]);
      }
      if (least > most) return false;
    }
    return row[b.length] <= most;
  }
  var ways = [
    function (asked, word) { return word.indexOf(asked) === 0 || word.indexOf(stem(asked)) === 0; },
    function (asked, word) {
      return asked.length >= 4 && isNear(asked, word, asked.length >= 8 ? 2 : 1);
    }
  ];
  /* Every word that was asked for meets a word of the name. `way` 0 knows spellings and endings, 1 slips as well. */
  function meets(asked, words, way) {
    return asked.every(function (one) {
      return words.some(function (word) { return ways[way](one, word); });
    });
  }

  if (typeof module === 'object' && module.exports) {
    module.exports = { fold: fold, wordsOf: wordsOf, meets: meets };
    return;
  }

  var form = document.getElementById('find');
  if (!form || typeof tizimList !== 'object') return;
  form.hidden = false;
  var name = document.getElementById('find-name');
  var order = document.getElementById('find-order');
  var found = document.getElementById('find-found');
  var selects = tizimList.facets.map(function (code) { return document.getElementById('find-' + code); });

  /* A list of several pages stands in several files. They are loaded when somebody first asks for something. */
  var isLong = tizimList.pages > 1, mostShown = 500;
  function load(then) {
    var loaded = [], missing = tizimList.pages;
    found.textContent = form.getAttribute('data-loading');
    tizimList.add = function (page, people) {
      loaded[page] = people;
      if (--missing) return;
      loaded.forEach(function (people) { tizimList.people = tizimList.people.concat(people); });
      then();
    };
    for (var page = 1; page <= tizimList.pages; page++) {
      var script = document.createElement('script');
      script.src = 'list/' + page + '.js';
      document.head.appendChild(script);
    }
  }

  function start() {
    var table = document.getElementById('people');
    var groups = [].slice.call(table.tBodies);
    var flat = table.appendChild(document.createElement('tbody'));
    var pages = table.nextElementSibling;
    var rows = [], ordered = 'status', drawn = '', state = isLong ? 'absent' : 'there';
    function known(person, row, group) {
      var words = [];
      person[0].forEach(function (form) { words = words.concat(wordsOf(form)); });
      return { row: row, group: group, words: words, values: person[1], name: person[2], since: person[3],
        region: person[4], confirmed: person[5], markup: person[6] };
    }
    if (!isLong) groups.forEach(function (group) {
      [].slice.call(group.rows, 1).forEach(function (row) {
        rows.push(known(tizimList.people[+row.getAttribute('data-n')], row, group));
      });
    });
    var inOrder = {
      name: function (a, b) { return a.name - b.name; },
      since: function (a, b) { return a.since < b.since ? 1 : a.since > b.since ? -1 : a.name - b.name; },
      region: function (a, b) { return a.region - b.region || a.name - b.name; },
      confirmed: function (a, b) {
        return a.confirmed < b.confirmed ? 1 : a.confirmed > b.confirmed ? -1 : a.name - b.name;
      }
    };

    function isChosen(one) {
      return selects.every(function (select, facet) {
        return select.value === '' || one.values[facet].indexOf(+select.value) >= 0;
      });
    }
    /* Of a long list the page holds the first rows only; what was asked for takes their place. */
    function isAsked() {
      return name.value || order.value !== 'status' || selects.some(function (select) { return select.value; });
    }
    function showLong(shown) {
      /* Leaving the field tells of a change again: rows that are the same stay, or the link that is just clicked would go. */
      var key = [order.value].concat(shown.map(function (one) { return one.name; })).join(' ');
      if (key !== drawn) draw(shown);
      drawn = key;
      if (shown.length > mostShown)
        found.textContent += ' ' + form.getAttribute('data-first').replace('%1', mostShown);
    }
    /* The rows are those of the pages of the list, as sitegen wrote them: every text in them is escaped there. */
    function draw(shown) {
      var first = order.value === 'status' ? shown : shown.slice().sort(inOrder[order.value]);
      flat.innerHTML = first.slice(0, mostShown).map(function (one) { return one.markup; }).join('');
    }
    function turn(isWhole) {
      groups.forEach(function (group) { group.hidden = !isWhole; });
      if (pages) pages.hidden = !isWhole;
      flat.hidden = isWhole;
    }
    function ask() {
      if (!isLong) return show();
      if (!isAsked()) {
        turn(true);
        found.textContent = '';
        return remember();
      }
      if (state === 'there') return show();
      if (state === 'absent') load(function () {
        state = 'there';
        rows = tizimList.people.map(function (person) { return known(person); });
        ask();
      });
      state = state === 'there' ? state : 'coming';
    }
    function show() {
      var asked = wordsOf(name.value), way = 0;
      var chosen = rows.filter(isChosen);
      var shown = chosen.filter(function (one) { return meets(asked, one.words, 0); });
      if (!shown.length && asked.length) {
        way = 1;
        shown = chosen.filter(function (one) { return meets(asked, one.words, 1); });
      }
      var words = !shown.length ? form.getAttribute('data-nobody')
        : form.getAttribute(way ? 'data-near' : 'data-found');
      found.textContent = words.replace('%1', shown.length).replace('%2', rows.length);
      if (isLong) {
        turn(false);
        showLong(shown);
      } else {
        showShort(shown);
      }
      remember();
    }
    function showShort(shown) {
      rows.forEach(function (one) { one.row.hidden = true; });
      shown.forEach(function (one) { one.row.hidden = false; });
      if (order.value !== ordered) {
        ordered = order.value;
        if (ordered === 'status') rows.forEach(function (one) { one.group.appendChild(one.row); });
        else rows.slice().sort(inOrder[ordered]).forEach(function (one) { flat.appendChild(one.row); });
      }
      groups.forEach(function (group) {
        var count = shown.filter(function (one) { return one.group === group; }).length;
        group.hidden = order.value !== 'status' || !count;
        group.querySelector('.count').textContent = count.toLocaleString(document.documentElement.lang);
      });
    }
    /* The choice stands in the address, so that it can be kept and handed on. */
    function remember() {
      var parts = [];
      [name, order].concat(selects).forEach(function (control) {
        if (control.value && control.value !== 'status') {
          var option = control.options && control.options[control.selectedIndex];
          parts.push(control.id.slice(5) + '=' + encodeURIComponent(option ? option.getAttribute('data-code') ||
            control.value : control.value));
        }
      });
      try {
        if (parts.length || /=/.test(location.hash))
          history.replaceState(null, '', parts.length ? '#' + parts.join('&') : location.pathname);
      } catch (error) { /* some browsers refuse this for files: then the address stays as it is */ }
    }
    function recall() {
      location.hash.slice(1).split('&').forEach(function (part) {
        var at = part.indexOf('='), control = at > 0 && document.getElementById('find-' + part.slice(0, at));
        if (!control || !form.contains(control)) return;
        var value;
        try { value = decodeURIComponent(part.slice(at + 1)); } catch (error) { return; }
        if (control.options) {
          [].forEach.call(control.options, function (option) {
            if ((option.getAttribute('data-code') || option.value) === value) control.value = option.value;
          });
          if (control !== order) form.querySelector('details').open = true;
        } else {
          control.value = value;
        }
      });
    }
    form.addEventListener('input', ask);
    form.addEventListener('change', ask);
    form.addEventListener('reset', function () { setTimeout(ask, 0); });
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    recall();
    ask();
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
