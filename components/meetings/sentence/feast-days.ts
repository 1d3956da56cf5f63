/**
 * Days with a name of their own, which differ by country, church or year: Foyer asks for their date. The patterns of
 * their names, without those that end in a weekday (`Good Friday`).
 */
export const feastDays = [
  "(?:christmas|xmas|x-mas|new year(?:['’]?s)?)(?: eve| day)?",
  "nye|boxing day|thanksgiving|halloween|easter|pentecost|whitsun|ascension(?: day)?|advent|epiphany|hogmanay|valentine['’]?s(?: day)?",
  "(?:mother|father|president|veteran|patrick|st\\.? patrick|st\\.? nicholas)['’]?s?['’]? day",
  '(?:labou?r|memorial|independence|canada|australia|anzac|republic|columbus|mlk|bastille) day|bank holiday|juneteenth',
  'diwali|holi|hanukkah|chanukah|passover|pesach|purim|rosh hashanah?|yom kippur|ramadan|eid|lunar new year|chinese new year',
  'weihnacht(?:en|stag|sfeiertag)|heilig(?:abend|e[nr]? abend|e drei könige|dreikönig)|s[iy]lvester|neujahr|nikolaus(?:tag)?|dreikönig(?:e|stag)?',
  'ostern|oster(?:sonntag|montag|samstag)|pfingsten|pfingst(?:sonntag|montag)|karfreitag|karsamstag|gründonnerstag|palmsonntag',
  'rosenmontag|faschingsdienstag|veilchendienstag|aschermittwoch|fasching|karneval|weiberfastnacht|totensonntag|volkstrauertag',
  '(?:christi )?himmelfahrt|fronleichnam|allerheiligen|allerseelen|reformationstag|buß- und bettag|muttertag|vatertag',
  'tag der (?:deutschen )?(?:einheit|arbeit)|nationalfeiertag|bundesfeier',
].join('|')
