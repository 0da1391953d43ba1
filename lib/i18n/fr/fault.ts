/** A fault on our side, or a connection that breaks (`lost`). A file of its own: the browser needs these few words and no others. */
export const fault = {
  title: "Quelque chose n’a pas fonctionné de notre côté",
  text: "Ce n’est pas de votre fait. Ce que vous aviez enregistré est gardé. Réessayez dans un moment.",
  again: "Réessayer",
  lost: "La connexion s’est interrompue, ou notre service n’a pas répondu. Ce que vous avez écrit est toujours là : vérifiez votre connexion, puis recommencez.",
  code: (id: string) => `Si cela continue, écrivez-nous en citant ce code : ${id}`,
};
