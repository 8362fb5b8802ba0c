// The search of the list, on its own: which spellings meet which names. `node list_test.cjs …/list.js`
'use strict';
const assert = require('assert');
const fs = require('fs');

const search = { exports: {} };
new Function('module', fs.readFileSync(process.argv[2], 'utf8'))(search);
const { fold, wordsOf, meets } = search.exports;

function finds(asked, name, way = 0) {
  return meets(wordsOf(asked), wordsOf(name), way);
}

// One name in every spelling that turns up in sources.
for (const asked of ['mamay', 'Mamai', 'мамай', 'МАМАЙ', 'Мамаев', 'Мамаева', 'мамаю', 'mam', 'zhanbolat mamay', 'Жанболат',
  'janbolat mamai', 'мамай жанболат'])
  for (const name of ['Zhanbolat Mamai', 'Жанболат Мамай', 'Janbolat Mamay'])
    assert.ok(finds(asked, name), `${asked} finds ${name}`);

// Letters of Kazakh, in both scripts and without their marks.
for (const [asked, name] of [['Qonaev', 'Қонаев'], ['Конаев', 'Қонаев'], ['Kunayev', 'Кунаев'], ['Akhmetov', 'Ахметов'],
  ['Ahmetov', 'Akhmetov'], ['Nursultan', 'Нұрсұлтан'], ['Нурсултан', 'Нұрсұлтан'], ['Yuliya', 'Юлия'], ['Iuliia', 'Юлия'],
  ['Yershibayev', 'Ершибаев'], ['Ershibaev', 'Yershibayev'], ['Shchukin', 'Щукин'], ['O’Brien', "O'Brien"], ['Ерлан', 'Yerlan'],
  ['Тілеген', 'Tilegen'], ['Aigerim', 'Әйгерім'], ['Ghalym', 'Ғалым'], ['Джанибек', 'Zhanibek']])
  assert.ok(finds(asked, name), `${asked} finds ${name}: ${fold(asked)}, ${fold(name)}`);

// What is somebody else stays somebody else.
for (const [asked, name] of [['Mamai', 'Zhanbolat Mukhtarov'], ['Ivanov', 'Ismailov'], ['mamay aidar', 'Zhanbolat Mamai'],
  ['а', 'Zhanbolat Mukhtarov']])
  assert.ok(!finds(asked, name), `${asked} does not find ${name}`);

// A slip of the finger meets only where nothing else does.
assert.ok(!finds('Zhanbalat', 'Zhanbolat Mamai') && finds('Zhanbalat', 'Zhanbolat Mamai', 1));
assert.ok(!finds('Xyz', 'Zhanbolat Mamai', 1));

// Hostile and empty questions are only questions.
for (const asked of ['', '   ', '"><script>', '.*', '__proto__', 'constructor', '\u202e', 'а'.repeat(10000)])
  assert.strictEqual(typeof finds(asked, 'Zhanbolat Mamai', 1), 'boolean');
assert.ok(finds('', 'Zhanbolat Mamai'), 'who asks nothing sees everybody');
