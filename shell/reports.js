// «Отчёты»: the requisites that the reader types stay in this browser; the paper is printed, saved for Word and as tables.
const requisites = ["to", "post", "person"];
const requisite = (name) => remembered.get("paper." + name) || "";

// Screens that are papers or texts are HTML whatever the view; the canvas has data graphics only.
const isDocument = () => /^#\/(otchyoty|o-dannykh|razdely)\b/.test(location.hash);

const fillPaper = () => {
  for (const name of requisites) {
    const typed = requisite(name);
    for (const place of document.querySelectorAll(`#text [data-field=${name}]`)) {
      if (place.problematorOwnText === undefined) place.problematorOwnText = place.textContent;
      place.textContent = typed || place.problematorOwnText;
    }
    const input = document.querySelector(`#text [data-fill=${name}]`);
    if (!input) continue;
    if (document.activeElement !== input) input.value = typed;
    input.oninput = () => { remembered.set("paper." + name, input.value.slice(0, 200)); fillPaper(); };
  }
};

// How many sheets the preview shows: its columns are as wide as a sheet.
const tellPages = () => {
  const pages = document.querySelector("#text .pages");
  if (!pages) return;
  const count = Math.max(1, Math.round(pages.scrollWidth / 818));
  pages.style.setProperty("--sheets", count);
  const preview = pages.closest(".preview");
  let words = preview.querySelector(".sheet-count");
  if (!words) words = preview.insertBefore(element("p", "", { class: "sheet-count" }), pages);
  words.textContent = say(`Листов А4: ${count}`, `A4 sheets: ${count}`);
};

const saveWord = () => {
  const fields = Object.fromEntries(requisites.map((name) => [name, (document.querySelector(`#text [data-field=${name}]`) || { textContent: "" }).textContent]));
  saveFile(makeFile({ as: "paper-docx", ...fields }));
};

// The link on paper, for those who have the same site at hand. A file on a disk has no address to send.
const putQr = () => {
  if (!/^https?:/.test(location.protocol)) return;
  for (const place of document.querySelectorAll("#text .paper-qr, #text .doc-qr")) {
    try { place.innerHTML = makeText({ as: "qr", text: linkOf() }); } catch { place.replaceChildren(); }
  }
};

const renewPaper = () => { fillPaper(); tellPages(); renewSectionTools(); addMenuButtons(); if (isDocument()) putQr(); };
