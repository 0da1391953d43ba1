/** A fault on our side. A file of its own: the browser needs these few words and no others. */
export const fault = {
  title: "Quelque chose n’a pas fonctionné de notre côté",
  text: "Ce n’est pas de votre fait. Ce que vous aviez enregistré est gardé. Réessayez dans un moment.",
  again: "Réessayer",
  code: (id: string) => `Si cela continue, écrivez-nous en citant ce code : ${id}`,
};
