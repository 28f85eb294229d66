// Trouble: whatever fails is told in the reader's language with what to do. Only words written for the reader (`Told`) are shown;
// those of the browser go to the console.
class Told extends Error {}
const trouble = (ru, en, cause) => new Told(say(ru, en), { cause });
// What the core says about a call that it refused, in both languages.
const refusal = (answer = JSON.parse(textAt(PM.module._pm_answer()))) => new Told(answer.message[PM.lang]);

const outOfMemory = (cause) => trouble("Не хватает памяти: закройте другие вкладки и повторите", "Not enough memory: close other tabs and try again", cause);

// A part of the site that came, but cannot be used.
const damaged = (name, cause) => (cause instanceof RangeError ? outOfMemory(cause) : trouble(
  `Файл ${name} повреждён: обновите страницу, а если не поможет, попросите того, кто ведёт сайт, опубликовать его заново`,
  `The file ${name} is damaged: reload the page; if that does not help, ask whoever keeps the site to publish it again`, cause));
const newer = (name) => trouble(
  `Файл ${name} сделан более новой версией программы: обновите страницу клавишами Ctrl+F5, а если не поможет, попросите того, кто ведёт сайт, опубликовать его заново`,
  `The file ${name} was made by a newer version of the program: reload the page with Ctrl+F5; if that does not help, ask whoever keeps the site to publish it again`);
const absent = (name) => trouble(
  `Файла ${name} нет на месте: проверьте, что папка сайта скопирована целиком, или попросите об этом того, кто ведёт сайт`,
  `The file ${name} is not in its place: check that the folder of the site was copied wholly, or ask whoever keeps the site to`);
const cutOff = (name) => trouble(
  `Нет связи с сайтом, файл ${name} не получен: проверьте сеть и обновите страницу`,
  `No connection to the site, the file ${name} did not come: check the network and reload the page`);

// The browser keeps the answer of the server to every request; 0 means that none came.
const isCutOff = (address) => {
  if (!address.startsWith("http")) return false;
  const request = performance.getEntriesByName(address).pop();
  return !navigator.onLine || (request && request.responseStatus === 0);
};

// Runs a script of the site, which hands something over; `isHere` tells whether it did.
const loadScript = (name, isHere) => new Promise((resolve, reject) => {
  const script = element("script", "", { src: name });
  script.onload = () => (isHere() ? resolve() : reject(damaged(name)));
  script.onerror = () => reject(isCutOff(script.src) ? cutOff(name) : absent(name));
  document.head.append(script);
});

// The bytes that a file of the site carries as base64 of gzip.
const unpacked = async (base64, name) => {
  try { return await gunzip(fromBase64(base64)); } catch (cause) { throw damaged(name, cause); }
};

// A file of the reader's own, whole.
const bytesOfFile = async (file) => {
  try { return new Uint8Array(await file.arrayBuffer()); } catch (cause) {
    throw cause instanceof RangeError ? outOfMemory(cause) : trouble(`Файл ${file.name} не удалось прочитать: проверьте, что он на месте и не занят другой программой, и выберите его снова`,
      `The file ${file.name} could not be read: check that it is in its place and not in use by another program, and choose it again`, cause);
  }
};

// What the reader is told about any error.
const wordsOf = (error) => {
  if (!(error instanceof Told) || error.cause) console.error(error.cause || error);
  if (error instanceof Told) return error.message;
  if (error instanceof RangeError) return outOfMemory().message;
  return say("Не получилось: обновите страницу и повторите", "It did not work: reload the page and try again");
};
