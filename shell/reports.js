// «Отчёты»: the requisites that the reader types stay in this browser; the paper is printed, saved for Word and as tables.
const requisites = ["to", "post", "person"];
const requisite = (name) => remembered.get("paper." + name) || "";

// Screens that are papers or texts are HTML whatever the view; the canvas has data graphics only.
const isDocument = () => /^#\/(otchyoty|o-dannykh|razdely)\b/.test(location.hash);

const fillPaper = (text) => {
  for (const name of requisites) {
    const typed = requisite(name);
    for (const place of text.querySelectorAll(`[data-field=${name}]`)) {
      if (place.problematorOwnText === undefined) place.problematorOwnText = place.textContent;
      place.textContent = typed || place.problematorOwnText;
    }
    const input = text.querySelector(`[data-fill=${name}]`);
    if (!input) continue;
    if (document.activeElement !== input) input.value = typed;
    input.oninput = () => { remembered.set("paper." + name, input.value.slice(0, 200)); fillPaper(byId("text")); };
  }
};

const sheetWords = (count) => say(`Листов А4: ${count}`, `A4 sheets: ${count}`);
let sheets = 1;   // of the paper that was laid out last: the next one has nearly as many

const foretellPages = (text) => {
  const pages = text.querySelector(".pages");
  if (!pages) return;
  pages.style.setProperty("--sheets", sheets);
  pages.before(element("p", sheetWords(sheets), { class: "sheet-count" }));
};

// How many sheets the preview shows: its columns are as wide as a sheet.
const tellPages = () => {
  const paper = document.querySelector("#text .pages > .doc");
  if (!paper) return;
  const count = Math.max(1, Math.round(paper.scrollWidth / 818));
  if (count === sheets) return;
  sheets = count;
  paper.parentElement.style.setProperty("--sheets", count);
  document.querySelector("#text .sheet-count").textContent = sheetWords(count);
};

const saveWord = () => {
  const fields = Object.fromEntries(requisites.map((name) => [name, (document.querySelector(`#text [data-field=${name}]`) || { textContent: "" }).textContent]));
  saveFile(makeFile({ as: "paper-docx", ...fields }));
};

// The link on paper, for those who have the same site at hand. A file on a disk has no address to send.
const putQr = (text) => {
  if (!/^https?:/.test(location.protocol)) return;
  for (const place of text.querySelectorAll(".paper-qr, .doc-qr")) {
    try { place.innerHTML = makeText({ as: "qr", text: linkOf() }); } catch { place.replaceChildren(); }
  }
};

// Before the text is put in: what is added to it later has all of it styled and laid out once more.
const dressText = (text) => { fillPaper(text); foretellPages(text); renewSectionTools(text); addMenuButtons(text); if (isDocument()) putQr(text); };
