// Small dialogs: a heading, content, Esc and a click outside close them, the focus returns to where it was.
const openDialog = (id, title) => {
  const old = byId("dialog-" + id);
  if (old) old.remove();
  const back = document.activeElement;
  const dialog = element("dialog", "", { id: "dialog-" + id, class: "small-dialog", "aria-labelledby": "dialog-title-" + id });
  dialog.append(element("h2", title, { id: "dialog-title-" + id }));
  dialog.onclick = (event) => { if (event.target === dialog) dialog.close(); };
  dialog.onclose = () => {
    dialog.remove();
    if (back && back.isConnected && back.focus) back.focus({ preventScroll: true });
  };
  return document.body.appendChild(dialog);
};

// Asks for a line of text; null when it was put away.
const askText = (title, otherwise = "") => new Promise((resolve) => {
  const dialog = openDialog("ask", title);
  const input = element("input", "", { type: "text", maxlength: "120", "aria-labelledby": "dialog-title-ask" });
  input.value = otherwise;
  let answer = null;
  const take = () => { answer = input.value.trim() || null; dialog.close(); };
  input.onkeydown = (event) => { if (event.key === "Enter") { take(); event.preventDefault(); } };
  const actions = element("div", "", { class: "actions" });
  actions.append(button(say("Готово", "Done"), take, { class: "primary" }), button(say("Отменить", "Cancel"), () => dialog.close()));
  dialog.append(input, actions);
  dialog.addEventListener("close", () => resolve(answer));
  dialog.showModal();
  input.select();
});

// Reads one chosen file as text; null when none was chosen.
const chooseText = () => new Promise((resolve) => {
  const input = element("input", "", { type: "file", accept: ".json,application/json" });
  input.onchange = () => (input.files.length ? input.files[0].text().then((text) => resolve({ name: input.files[0].name, text })) : resolve(null));
  input.addEventListener("cancel", () => resolve(null));
  input.click();
});
