// Unlock: a site for insiders carries a sealed twin of its week, with texts. The key opens it here, in the worker of the import;
// neither the key nor the texts are kept anywhere: a reload forgets both.
const sealedWeek = () => {
  const entry = PM.manifest && PM.opened && PM.manifest.weeks.find(({ week }) => week === PM.opened);
  return entry && entry.sealed ? PM.opened : null;
};
const isUnlocked = () => (PM.own ? Boolean(PM.own.unlocked) : PM.unlocked.has(PM.opened));
const canUnlock = () => Boolean(sealedWeek()) && !isUnlocked();

const sealedBytes = (text, file) => { try { return fromBase64(text); } catch (cause) { throw damaged(file, cause); } };

// data/<week>.seal.js calls this in the folder; the one-file page carries the same text as an inert block.
const loadSeal = (week) => {
  const inside = byId("seal-pack");
  if (inside) return Promise.resolve(fromBase64(JSON.parse(inside.textContent)));
  const file = "data/" + week + ".seal.js";
  let sealed = null;
  window.problematorSeal = (name, text) => { if (name === week) sealed = text; };
  return loadScript(file, () => sealed).then(() => sealedBytes(sealed, file));
};

// Between header and page: that there are texts for those who have the key, or that they are visible now.
const renewSealBar = () => {
  const bar = byId("seal-bar"), kind = isUnlocked() ? "open" : canUnlock() ? "locked" : "none";
  if (kind === "none") { if (bar) { bar.remove(); delete root.dataset.seal; resizeCanvas(); } return; }
  const shown = kind + PM.lang;
  if (bar && bar.dataset.shown === shown) return;
  const made = element("div", "", { id: "seal-bar", class: kind, "data-shown": shown });
  made.append(element("p", kind === "open" ? say("Внутренний просмотр: тексты видны", "Internal view: texts are visible") : say("Тексты сообщений закрыты ключом", "The texts of messages are sealed with a key"), { role: "status" }));
  if (kind === "locked") made.append(button(say("Показать тексты (нужен ключ)", "Show texts (a key is needed)"), openUnlock));
  else if (!PM.own) made.append(button(say("Скрыть тексты", "Hide texts"), hideTexts));
  if (bar) bar.replaceWith(made); else byId("header").after(made);
  root.dataset.seal = kind;   // the canvas begins under the bar
  resizeCanvas();
};

const focusSealBar = () => { const target = document.querySelector("#seal-bar button"); if (target) target.focus(); };
const reopen = async (week) => { await openWeek(week); await route(); focusSealBar(); };
const hideTexts = () => { PM.unlocked.delete(PM.opened); return reopen(PM.opened).catch(showTrouble); };

// Bytes of the key as `problemator build --key-file` reads them: without the line end that editors add.
const keyOfFile = async (file) => {
  if (file.size > 65536) throw trouble("Это не файл с ключом, он слишком велик: выберите другой", "This is no key file, it is too large: choose another");
  const bytes = await bytesOfFile(file);
  let end = bytes.length;
  while (end && (bytes[end - 1] === 10 || bytes[end - 1] === 13)) end--;
  return bytes.slice(0, end);
};

const unlock = async (week, key) => {
  const { answer, snapshot } = await askWorker({ do: "unseal", sealed: await loadSeal(week), key });
  if (!snapshot) throw refusal(answer);
  return snapshot;
};

const unlockForm = () => {
  const input = element("input", "", { type: "password", id: "unlock-key", autocomplete: "off", autocapitalize: "off", spellcheck: "false", "aria-describedby": "unlock-told" });
  const file = element("input", "", { type: "file", hidden: "" });
  const told = element("p", "", { id: "unlock-told", role: "alert" });
  const open = element("button", say("Показать тексты", "Show texts"), { type: "submit", class: "primary" });
  const choose = button(say("Файл с ключом…", "Key file…"), () => file.click());
  const cancel = button(say("Отменить", "Cancel"), () => byId("unlock").close());
  const form = element("form"), actions = element("div", "", { class: "actions" });
  actions.append(open, choose, cancel);
  form.append(element("h2", say("Показать тексты", "Show texts"), { id: "unlock-title" }),
    element("p", say("Ключ проверяется на этом компьютере, нигде не сохраняется и никуда не отправляется. Обновление страницы снова скроет тексты.", "The key is tried on this computer, is kept nowhere and sent nowhere. A reload of the page hides the texts again.")),
    element("label", say("Ключ", "Key"), { for: input.id }), input, file, told, actions);
  return { form, input, file, told, controls: [input, open, choose] };
};

const openUnlock = () => {
  const week = sealedWeek();
  if (!week) return;
  const dialog = document.body.appendChild(element("dialog", "", { id: "unlock", "aria-labelledby": "unlock-title" }));
  const { form, input, file, told, controls } = unlockForm();
  let busy = false;
  const tell = (text, isTrouble) => { told.textContent = text.charAt(0).toUpperCase() + text.slice(1); told.classList.toggle("trouble", isTrouble); };
  const attempt = async (readKey) => {
    if (busy) return;
    busy = true;
    for (const control of controls) control.disabled = true;
    tell(say("Ключ проверяется…", "Trying the key…"), false);
    try {
      const snapshot = await unlock(week, await readKey());
      if (!dialog.open) return;
      PM.unlocked.set(week, snapshot);
      dialog.close();
      await reopen(week);
    } catch (error) {
      for (const control of controls) control.disabled = false;
      tell(wordsOf(error), true);
      if (dialog.open) input.select();
    } finally { busy = false; }
  };
  form.onsubmit = (event) => { event.preventDefault(); attempt(() => encoder.encode(input.value)); };
  file.onchange = () => { if (file.files.length) attempt(() => keyOfFile(file.files[0])); };
  dialog.ondrop = (event) => { event.preventDefault(); event.stopPropagation(); document.body.classList.remove("dropping"); if (event.dataTransfer.files.length) attempt(() => keyOfFile(event.dataTransfer.files[0])); };
  dialog.onclose = () => {
    input.value = "";
    if (busy && importer.jobs.size === 1) stopWorker(trouble("Отменено", "Cancelled"));   // nobody waits for this key any more
    dialog.remove();
    focusSealBar();
  };
  dialog.append(form);
  dialog.showModal();
  input.focus();
};
