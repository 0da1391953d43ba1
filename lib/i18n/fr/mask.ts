import type { MaskedOnIdentityCopies } from "@/lib/law/identity";
import type { ProofPurpose } from "@/lib/request/event";

/** Where a box lies, in hundredths of the picture. */
type Place = { left: number; top: number; width: number; height: number };

const identity: Record<MaskedOnIdentityCopies, string> = {
  photo: "La photo, et la signature",
  "document-number": "Le numéro du document",
  "machine-readable-zone": "Les lignes de lettres, de chiffres et de « < » en bas",
};
const cover: Record<ProofPurpose, string[]> = {
  identity: [...Object.values(identity), "La date de naissance, si vous ne nous l’avez jamais donnée"],
  mandate: ["Ce qui ne concerne pas cette demande", "Les numéros de document et de compte"],
  "death-certificate": ["La filiation et les mentions dont nous n’avons pas besoin"],
  "heirship-proof": ["Les autres personnes et leurs adresses", "Les biens et les montants de la succession"],
};
const leave: Record<ProofPurpose, string> = {
  identity: "Laissez lisibles le nom, les prénoms et la date de validité.",
  mandate: "Laissez lisibles vos deux noms, la date et la signature.",
  "death-certificate": "Laissez lisibles le nom, la date et le lieu du décès.",
  "heirship-proof": "Laissez lisibles votre nom, celui de la personne décédée et la date.",
};

const at = ({ left, top, width, height }: Place) => `à ${left} % du bord gauche et ${top} % du haut, large de ${width} %, haut de ${height} %`;

/** Covering a picture before it leaves: loaded by a browser only when one is chosen. */
export const mask = {
  watermark: ({ controller, reference, on }: { controller: string; reference: string | null; on: string }) =>
    `${controller} – ${reference ? `demande ${reference} – ${on}` : `demande du ${on}`} – seulement pour cette demande`,
  title: "Cachez ce qui ne sert pas",
  lead: "Faites glisser le doigt ou la souris sur l’image pour poser des caches noirs ; touchez un cache pour le changer. Tout se passe dans votre navigateur : ce que vous cachez ne part pas.",
  coverTitle: "Vous pouvez cacher",
  cover,
  leave,
  tools: "Caches",
  add: "Ajouter un cache",
  undo: "Annuler",
  clear: "Tout enlever",
  stage: "Image à couvrir. Flèches : déplacer un cache ; Majuscule et flèches : changer sa taille ; Suppr : l’enlever.",
  boxRole: "cache",
  box: (number: number, place: Place) => `Cache ${number}, ${at(place)}`,
  selected: (number: number) => `Cache ${number}`,
  move: "Déplacer",
  resize: "Taille",
  keys: { left: "Vers la gauche", right: "Vers la droite", up: "Vers le haut", down: "Vers le bas", narrower: "Moins large", wider: "Plus large", shorter: "Moins haut", taller: "Plus haut" },
  remove: (number: number) => `Enlever le cache ${number}`,
  mark: "Ajouter un filigrane",
  markHint: (text: string) => `Écrit en travers, légèrement : « ${text} ». La copie ne pourra guère servir à autre chose.`,
  opened: "L’image est ouverte. Vous pouvez y poser des caches noirs, puis voir ce qui partira.",
  told: {
    added: (number: number, place: Place) => `Cache ${number} posé ${at(place)}.`,
    moved: (number: number, place: Place) => `Cache ${number} ${at(place)}.`,
    removed: (number: number, left: number) => `Cache ${number} enlevé. ${left === 0 ? "Il n’y en a plus." : left === 1 ? "Il en reste un." : `Il en reste ${left}.`}`,
    cleared: "Tous les caches sont enlevés.",
    undone: (left: number) => `Annulé. ${left === 0 ? "Aucun cache." : left === 1 ? "Un cache." : `${left} caches.`}`,
  },
  review: "Voir ce qui partira",
  reviewTitle: "Voici exactement ce qui partira",
  reviewLead: (boxes: number): string => (boxes === 0 ? "Rien n’est caché sur cette image." : boxes === 1 ? "Sous le cache, il n’y a plus rien : seulement du noir." : "Sous les caches, il n’y a plus rien : seulement du noir."),
  reviewData: "Le lieu, la date et l’appareil que la photo gardait en mémoire sont retirés aussi.",
  reviewPicture: (name: string) => `Aperçu de ${name}, tel qu’il partira`,
  back: "Modifier les caches",
};
