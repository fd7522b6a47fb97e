import type { Random } from "@/db/sample/random";

const words = (text: string) => text.trim().split(/\s+/);

const GIVEN = words(`
  Adaeze Adrienne Aldous Alistair Amara Anders Anjali Anneliese Arturo Beatriz Bogdan Bronwyn Calvin Camille Caspian Chiara
  Chidi Clarissa Claudia Constance Dalia Damaris Darnell Deepak Delphine Desmond Dimitri Edith Eirik Elena Elias Emeka
  Esperanza Eustace Farah Fatima Felix Fiona Gareth Geneva Gideon Greta Gustavo Hana Harriet Hassan Hector Helga Hiroshi
  Imani Ingrid Isaac Ivana Jamal Jelena Joaquin Jolene Kareem Katarina Keiko Kwame Lakshmi Lars Leila Lionel Lorraine Luisa
  Malcolm Marguerite Mateo Mei-Ling Mikael Nadia Naomi Nikhil Noor Octavia Olufemi Oskar Paloma Percival Philippa Priya
  Quentin Rafael Ramona Ravi Rhonda Roderick Rosalind Samir Saoirse Selma Simone Soledad Stellan Sunita Tamsin Tariq
  Thaddeus Theodora Tomasz Ulrika Valentin Vera Vikram Wanda Wendell Xiomara Yara Yusuf Zainab Zoltan Harold Marcia Leonard
  Joyce Curtis Yvonne Gordon Elaine Russell Maxine Dwight Paulette Warren Lenore Milton Rosemary
`);

const FAMILY = words(`
  Abernethy Achterberg Adeyemi-Clarke Akselrod Albrechtsen Amundsen Arrowsmith Ashgrove Babatunde Bainbridge Balaguer Barlowe
  Beaudry Bellwether Bhattacharya Birkhaug Blackwood-Ames Bonaventura Brannigan Brookhart Bruckheim Calloway Carmody
  Castellanos Chakraborty Chaudhry Cheong Colquhoun Corrigan Crowhurst Dalgaard Dankworth DeVries Delacroix Demirci Dragomir
  Dunleavy Eastcott Echeverria Eikenberry Ellsworth Engstrom Fairweather Farrokhzad Featherstone Fennimore Ferreira Fitzwater
  Fujikawa Gallagher-Ruiz Garrowby Gbadamosi Gentilhomme Gilchrist Glendenning Goldfinch Gottschalk Greenhalgh Grimaldo
  Gutteridge Haddad Halloran Hammarstrom Hargreave Hathersage Hawksworth Heidemann Hesselberg Hollowell Huang-Peters
  Igwebuike Inglethorpe Ivanchenko Jacinto Jamieson Jankowiak Jellicoe Juarez-Lund Kallenbach Kapoor Karlsson Kavanaugh
  Kessington Khoury Kilpatrick Kimathi Kirchhoff Kowalczyk Krishnamurthy Kurosawa Lachlan Langstroth Laurentis Leatherby
  Lindqvist Llewelyn Lockridge Lonergan MacAlister MacTavish Madrigal Makinde Marchetti Mbeki-Ross McAllen McCorquodale
  Meadowcroft Mendelssohn Merriweather Mikkelsen Montalvo Mukherjee Nakagawa Nankervis Ndiaye Netherby Nightingale Nordstrand
  Nwosu O'Callahan O'Dowd O'Shaughnessy Oakeshott Obrecht Okonjo-Bell Oldenburg Olivares Orlandini Osterhaus Oyelaran
  Pappalardo Parthasarathy Pemberton Penhaligon Pettigrew Pilkington Plimpton Popescu Prendergast Quackenbush Quarles
  Quintanilla Raghunathan Ravensworth Reinholt Rademaker Rosenquist Rutherglen Saavedra Salisbury-Poe Sandoval Satterfield
  Scherrer Schoonover Seabright Sedgewick Shankar Silvestri Skarsgard Somerville Stankiewicz Stavros Stonebridge Strickland
  Sundqvist Szymanski Takahara Tallmadge Tancredi Tereshkova Thackeray Thibodeaux Thornquist Tolliver Trelawney Tsukamoto
  Uchida Ulrichsen Underhill Urquhart Valdecasas Vandermeer Vantongeren Varnavides Venkataraman Verhoeven Villanueva Voss
  Wadsworth Wainwright Wallingford Weatherspoon Westergaard Whitcombe Wickersham Winterbourne Wolstenholme Wrigglesworth
  Yamashiro Yarborough Yesenin Youngblood Zabriskie Zamorano Zelenka Zimbalist Zuniga
`);

/** Family names of two words: nothing in a name as filed marks where they end. */
const FAMILY_OF_TWO = ["De la Rocha", "van der Hoeven", "St. Clair", "Le Tourneau", "Dos Anjos", "von Ahlefeldt"];

const SUFFIXES = ["Jr.", "III", "II", "Sr."];

export type PersonName = { given: string; middle: string; family: string; suffix: string };

/** Hands out names, no one twice. */
export class NameSource {
  readonly #taken = new Set<string>();

  constructor(private readonly random: Random) {}

  person(): PersonName {
    for (;;) {
      const given = this.random.pick(GIVEN);
      const family = this.random.chance(0.03) ? this.random.pick(FAMILY_OF_TWO) : this.random.pick(FAMILY);
      if (this.#taken.has(`${given} ${family}`)) continue;
      this.#taken.add(`${given} ${family}`);
      const middle = this.random.chance(0.7) ? this.random.pick([..."ABCDEFGHJKLMNPRSTVW"]) : "";
      const suffix = this.random.chance(0.04) ? this.random.pick(SUFFIXES) : "";
      return { given, middle, family, suffix };
    }
  }
}

/** "Michael J. Saxon": in reading order, as people sign. */
export const readingOrder = ({ given, middle, family, suffix }: PersonName): string =>
  [given, middle && `${middle}.`, suffix ? `${family},` : family, suffix]
    .filter(Boolean)
    .join(" ")
    .replace(/,( I)/, "$1");

/** "Saxon Michael J" or "SAXON MICHAEL J": as EDGAR conforms names. */
export function asFiled(name: PersonName, capitals: boolean, dot: boolean): string {
  const middle = name.middle && dot ? `${name.middle}.` : name.middle;
  const text = [name.family, name.given, middle, name.suffix].filter(Boolean).join(" ");
  return capitals ? text.toUpperCase() : text;
}
