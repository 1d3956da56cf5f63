export const firstNames =
  `Aaron Abigail Ada Aisha Aleksandra Alice Amara Amir Ana Anders André Aneta Anika Anna Anton Arjun Astrid Ayşe Beatriz
Ben Benedikt Björn Bogdan Camille Carlos Carmen Catarina Céline Charlotte Chen Chiara Chloe Christopher Claire Clara Connor Dagmar Daniel Dario
Deepa Diego Dominik Dorota Ebba Edward Elena Elif Elias Emil Emma Erik Esra Eva Fabian Fatima Felix Fiona Florian François Frieda Gabriel Georg
Gianna Giulia Grace Grégoire Greta Hana Hannah Harriet Heike Helena Henrik Hugo Ida Ines Ingrid Irina Isabel Ivan Jack Jakub Jana Jasmin Javier
Joanna Johannes Jonas Joost Jörg José Julia Jürgen Kai Karin Katarzyna Kenji Kevin Khadija Klara Kofi Lars Laura Léa Lena Leon Liam Lilly Linus
Lotte Louisa Luca Lucía Luis Lukas Magda Maja Malik Manuel Marcel Marek Maria Marta Mateo Mathilde Matteo Max Maya Mehmet Mei Michael Mina Miriam
Mohamed Nadia Natalia Nele Nico Nikhil Nina Noah Nora Oksana Ole Oliver Oscar Pablo Patricia Paul Paula Pedro Per Petra Philipp Pia Priya Rachel
Rafael Ravi Rebecca René Robert Rosa Ruth Sam Samira Sandra Sara Sebastian Selma Simon Sofia Søren Stefan Sunita Sven Tamara Teresa Theo Thomas
Tim Tomás Ulrike Ursula Valentina Vera Victor Vincent Wanda Wei Wiebke William Xenia Yannick Yara Yusuf Yuki Zoë Zuzanna`.split(
    /\s+/,
  )

export const lastNames =
  `Abbott Adebayo Ahmed Albers Almeida Andersson Arslan Bauer Becker Bergström Bianchi Björklund Böhm Brandt Brooks Bülow
Çelik Chapman Clarke Cohen Costa Cruz Dahl Davies Demir Dubois Dvořák Eberhardt Edwards Eriksen Esposito Faber Fernández Ferreira Fischer Fontaine
Foster Fuchs Gallagher García Girard Gómez Götz Graf Groß Haas Hansen Hartmann Hassan Haugen Hayes Heinrich Hernández Hoffmann Holm Hughes Ibrahim
Ivanova Jansen Jensen Johansson Jones Jung Kaminski Kaya Keller Kelly Khan Kim Klein Koch Köhler Kovač Kowalski Kramer Krüger Kumar Lambert Lange
Larsen Laurent Lehmann Lewandowski Li Lindgren López Lorenz Maier Mancini Marino Martin Mbeki Meier Mensah Meyer Möller Moreau Moretti Morgan Müller
Murphy Nakamura Navarro Neumann Nguyen Nielsen Novák Nowak O’Brien O’Connor Okafor Olsen Ortiz Osei Özdemir Papadopoulos Park Patel Pereira Petersen
Peterson Petrović Pfeiffer Pohl Popescu Quinn Rahman Ramírez Reyes Richter Rivera Romano Rossi Rousseau Santos Sato Schäfer Schmidt Schneider
Schröder Schulte Schulz Schwarz Seidel Sharma Silva Singh Smith Sørensen Stein Svensson Sweeney Takahashi Tanaka Taylor Thomsen Torres Tran Turner
Ueda Van-Dijk Vargas Vogel Wagner Walker Wang Weber Weiß Werner Wójcik Wolf Wright Yamamoto Yıldız Young Zając Zhang Ziegler Zimmermann`.split(
    /\s+/,
  )

/** Firms whose people come to meetings: nobody can own their domains (RFC 2606). */
export const guestFirms: readonly { name: string; domain: string }[] = [
  { name: 'Industrial Co', domain: 'industrial.example' },
  { name: 'Nordlicht Logistik', domain: 'nordlicht.example' },
  { name: 'Harbor & Vale', domain: 'harborvale.example' },
  { name: 'Café Central', domain: 'cafecentral.example' },
  { name: 'Solaris Energy', domain: 'solaris.example' },
  { name: 'Kestrel Insurance', domain: 'kestrel.example' },
  { name: 'Brückner Maschinenbau', domain: 'brueckner.example' },
  { name: 'Atlas Retail', domain: 'atlas-retail.example' },
  { name: 'Pinewood Clinic', domain: 'pinewood.example' },
  { name: 'Ferro Metalli', domain: 'ferro.example' },
  { name: 'Lumen Schools', domain: 'lumen.example' },
  { name: 'Tideway Ports', domain: 'tideway.example' },
]

/** A name as the local part of an address: ASCII, lower case. */
export function mailName(name: string): string {
  return asAscii(name)
    .toLowerCase()
    .replaceAll(/[^a-z-]/g, '')
}

/** As people without those letters on their keyboard write it. */
export function asAscii(name: string): string {
  const special: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ø: 'o', ł: 'l', ı: 'i', '’': '' }
  return name
    .replaceAll(/[äöüßøłı’]/gi, (letter) => {
      const written = special[letter.toLowerCase()] ?? ''
      return letter === letter.toLowerCase() ? written : written.charAt(0).toUpperCase() + written.slice(1)
    })
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
}
