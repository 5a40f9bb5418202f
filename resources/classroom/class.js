// SPDX-License-Identifier: GPL-3.0-or-later
// A phone in a class of Gatescope. It shows what it is told and says what was tapped; it knows no answers. Whatever
// comes over the line is shown as text, never as markup.
'use strict';
(function () {
  const words = JSON.parse(document.body.dataset.words);
  const el = (id) => document.getElementById(id);
  const heartbeat = 10000, patience = 8000, longestPause = 5000;
  let socket = null, page = null, chosen = new Set(), typed = '', isSending = false, isPending = false;
  let outcast = '', askedName = false;
  let wait = 400, name = null, heard = 0, retry = 0;

  // ---- who this tab is; it stays so when the page is loaded again, and is gone with the tab
  function stored(key, make) {
    try {
      let value = sessionStorage.getItem(key);
      if (!value && make) { value = make(); sessionStorage.setItem(key, value); }
      return value;
    } catch (refused) { return make ? make() : null; }
  }
  const token = stored('token', () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(''));
  name = stored('name');

  // ---- showing
  function put(node, text) { // `code` between backticks
    node.textContent = '';
    String(text || '').split('`').forEach((piece, i) => {
      if (!piece) return;
      const part = document.createElement(i % 2 ? 'code' : 'span');
      part.textContent = piece;
      node.append(part);
    });
  }
  function show(id, isShown) { el(id).hidden = !isShown; }
  const fill = (text, value) => text.replace('%1', () => value);
  function clear(heading) {
    for (const id of ['number', 'given', 'how', 'note', 'rows']) el(id).textContent = '';
    for (const id of ['verdict', 'typing', 'send', 'again']) show(id, false);
    put(el('asks'), heading);
  }
  function line(text) { el('line').textContent = text; show('line', text); }

  function rowText(index) { return page.rows[index] ? page.rows[index].key : ''; }
  function answerWords(answer) {
    return answer.typed || Array.from(answer.rows).map(rowText).join(', ');
  }
  function isSame() { // what is chosen here is what has arrived
    const mine = page.mine;
    if (!mine) return false;
    return typed ? mine.typed === typed
      : !mine.typed && mine.rows.length === chosen.size && mine.rows.every((row) => chosen.has(row));
  }

  function makeRow(row, index) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'row';
    button.setAttribute('role', page.several ? 'checkbox' : 'radio');
    fillRow(button, row.key, row.text, '');
    button.addEventListener('click', () => tap(index));
    button.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      const all = el('rows').children;
      if (!step) return;
      event.preventDefault();
      all[(index + step + all.length) % all.length].focus();
    });
    return button;
  }
  function fillRow(node, key, text, mark) {
    for (const [kind, value] of [['key', key], ['text', text], ['mark', mark]]) {
      const part = document.createElement('span');
      part.className = kind;
      put(part, value);
      node.append(part);
    }
  }
  function followChoice() {
    Array.from(el('rows').children).forEach((row, i) => row.setAttribute('aria-checked', String(chosen.has(i))));
    el('send').disabled = isSending || (chosen.size === 0 && !typed) || isSame();
    show('send', page.several || page.typed);
    if (isSending) el('note').textContent = words.sending;
    else if (page.problem) put(el('note'), page.problem);
    else if (page.mine && isSame()) el('note').textContent = fill(words.kept, answerWords(page.mine));
    else if (isPending || page.several && chosen.size || typed) el('note').textContent = words.unsent;
    else el('note').textContent = '';
  }
  function tap(index) {
    typed = el('typed').value = '';
    page.problem = '';
    if (page.several) {
      chosen.has(index) ? chosen.delete(index) : chosen.add(index);
      return followChoice();
    }
    chosen = new Set([index]);
    send();
  }
  function send() { // until it has arrived, also over another line
    isPending = true;
    if (!say(typed ? { t: 'answer', ask: page.ask, typed: typed }
      : { t: 'answer', ask: page.ask, rows: Array.from(chosen).sort((a, b) => a - b) })) return;
    isSending = true;
    followChoice();
    const sent = socket;
    setTimeout(() => { if (isSending && sent === socket) { line(words.lost); reconnect(); } }, patience);
  }

  function showQuestion(isNew) {
    clear(page.asks);
    el('number').textContent = page.number;
    put(el('given'), page.given);
    if (page.kind === 'thinking') el('how').textContent = words.thinking;
    if (page.kind === 'shown') return showOutcome();
    if (page.kind === 'asking') {
      el('how').textContent = page.several ? words.several : words.one;
      el('rows').setAttribute('role', page.several ? 'group' : 'radiogroup');
      el('rows').setAttribute('aria-labelledby', 'asks');
      page.rows.forEach((row, i) => el('rows').append(makeRow(row, i)));
      show('typing', page.typed);
      put(el('typedLabel'), words.number + (page.how ? ': ' + page.how : ''));
      el('typed').inputMode = 'text'; // a decimal pad lacks the minus sign
      el('typed').value = typed;
      el('send').textContent = words.send;
      followChoice();
    }
    if (isNew) { scrollTo(0, 0); el('asks').focus({ preventScroll: true }); }
  }
  function showOutcome() {
    const box = el('verdict'), mine = page.mine;
    const title = document.createElement('strong'), why = document.createElement('span');
    title.textContent = !mine ? words.none : page.isRight ? '✓ ' + words.right : '✕ ' + words.wrong;
    put(why, mine && !page.isRight ? page.why : '');
    box.textContent = '';
    box.append(title, why);
    if (mine && mine.typed) box.append(fill(' ' + words.yours, mine.typed));
    box.className = !mine ? '' : page.isRight ? 'right' : 'wrong';
    show('verdict', true);
    el('rows').removeAttribute('role');
    for (const [i, row] of page.rows.entries()) {
      const node = document.createElement('div'), isMine = mine && mine.rows.includes(i) && !mine.typed;
      node.className = row.right ? 'row right' : 'row';
      fillRow(node, row.right ? '✓' : row.key, row.text,
        [row.right ? words.rightOne : '', isMine ? words.mine : ''].filter(Boolean).join(', '));
      el('rows').append(node);
    }
    scrollTo(0, 0);
  }
  function takePage(next) {
    const isNew = !page || page.ask !== next.ask || page.kind !== next.kind;
    const isAnother = !page || page.ask !== next.ask;
    page = next;
    isSending = false;
    if (isAnother) { chosen = new Set(); typed = ''; }
    isPending = isPending && !isAnother && !page.problem && page.kind === 'asking' && !isSame();
    if (isPending) return send();
    if (page.mine && (isAnother || !page.problem) && page.kind === 'asking') {
      chosen = new Set(page.mine.typed ? [] : page.mine.rows);
      typed = page.mine.typed;
    }
    if (page.kind === 'waiting') return clear(words.waiting);
    if (page.kind === 'over') return clear(page.words);
    if (page.kind === 'asking' && !isNew) return followChoice(); // what is under the thumb stays where it is
    showQuestion(isNew);
  }

  function askName(isTaken) {
    askedName = true;
    page = null;
    clear(words.nameAsk);
    el('how').textContent = words.nameHow;
    show('typing', true);
    el('typedLabel').textContent = '';
    el('typed').setAttribute('aria-labelledby', 'asks');
    el('typed').value = name || '';
    el('send').textContent = words.join;
    el('send').disabled = false;
    show('send', true);
    el('note').textContent = isTaken ? words.nameTaken : '';
    el('typed').focus();
  }
  function sendOut(why) {
    outcast = why;
    page = null;
    el('who').textContent = '';
    clear(words[why] || words.ended);
    if (why !== 'removed' && why !== 'ended') {
      el('again').textContent = words.again;
      show('again', true);
    }
    line('');
  }

  // ---- the line
  function say(message) {
    if (!socket || socket.readyState !== WebSocket.OPEN) return false;
    socket.send(JSON.stringify(message));
    return true;
  }
  function hello() { say(name ? { t: 'hello', token: token, name: name } : { t: 'hello', token: token }); }
  function take(event) {
    heard = Date.now();
    const message = JSON.parse(event.data);
    if (message.t === 'page') takePage(message);
    else if (message.t === 'name') askName(message.taken);
    else if (message.t === 'out') sendOut(message.why);
    else if (message.t === 'in') {
      askedName = false;
      el('typed').removeAttribute('aria-labelledby');
      put(el('who'), fill(words.you, message.name.replace(/`/g, "'")));
    }
  }
  function connect() {
    clearTimeout(retry);
    if (socket && socket.readyState < 2) return;
    const mine = socket = new WebSocket('ws://' + location.host + '/line');
    heard = Date.now();
    mine.onopen = () => { wait = 400; heard = Date.now(); line(''); outcast = ''; hello(); };
    mine.onmessage = (event) => { if (mine === socket) take(event); };
    mine.onclose = () => {
      if (mine !== socket) return;
      isSending = false;
      if (outcast === 'ended') return void (retry = setTimeout(connect, longestPause)); // there may be another
      if (outcast) return; // until "try again" is tapped
      line(words.lost);
      if (page && page.kind === 'asking') followChoice();
      retry = setTimeout(connect, wait * (0.75 + Math.random() / 2)); // a class does not come back all at once
      wait = Math.min(longestPause, wait * 1.6);
    };
  }
  function reconnect() {
    if (socket) { const old = socket; socket = null; old.close(); }
    wait = 400;
    connect();
  }
  setInterval(() => {
    if (say({ t: 'here' }) && !document.hidden)
      setTimeout(() => { if (Date.now() - heard >= patience) { line(words.lost); reconnect(); } }, patience);
  }, heartbeat);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && (!outcast || outcast === 'ended') && (!socket || socket.readyState > 1)) reconnect();
  });
  addEventListener('online', () => { if (!outcast) reconnect(); });

  el('form').addEventListener('submit', (event) => {
    event.preventDefault();
    if (!askedName) return page && !el('send').disabled ? send() : undefined;
    name = el('typed').value.trim();
    try { sessionStorage.setItem('name', name); } catch (refused) { /* then the name is typed again */ }
    if (name) hello();
  });
  el('typed').addEventListener('input', () => {
    if (askedName || !page) return;
    typed = el('typed').value.trim();
    page.problem = '';
    if (typed) chosen = new Set();
    followChoice();
  });
  el('again').addEventListener('click', reconnect);
  clear(words.connecting);
  connect();
})();
