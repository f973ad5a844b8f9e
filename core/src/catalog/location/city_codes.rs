//! Large cities and where their postal codes lie.
//!
//! Comes in: nothing. Goes out: tables, for `cities`. A city has one row for each range of its codes, side by side.
//!
//! # Sources
//! Deutsche Post, La Poste, Correos, Poste Italiane, PostNL, Österreichische Post, Swiss Post, bpost, Australia Post:
//! postal codes of their cities; USPS labeling list L002 (three-digit prefixes).
/// A city, and between which its codes lie: the first three digits of codes of five, or all of codes of four.
pub(super) type City = (&'static str, u16, u16);

/// Cities whose code of five digits stands before their name.
#[rustfmt::skip]
pub(super) const CODE_FIRST: &[City] = &[
    // Germany
    ("berlin", 101, 141), ("hamburg", 200, 227), ("münchen", 803, 819), ("muenchen", 803, 819), ("munich", 803, 819),
    ("köln", 506, 511), ("koeln", 506, 511), ("cologne", 506, 511), ("frankfurt", 603, 605), ("stuttgart", 701, 706),
    ("düsseldorf", 402, 406), ("duesseldorf", 402, 406), ("dortmund", 441, 443), ("essen", 451, 453), ("leipzig", 41, 43),
    ("bremen", 281, 287), ("dresden", 10, 13), ("hannover", 301, 306), ("nürnberg", 904, 904), ("nuernberg", 904, 904),
    ("duisburg", 470, 472), ("bochum", 447, 448), ("wuppertal", 421, 423), ("bielefeld", 336, 337), ("bonn", 531, 532),
    ("münster", 481, 481), ("muenster", 481, 481), ("karlsruhe", 761, 762), ("mannheim", 681, 683), ("augsburg", 861, 861),
    ("wiesbaden", 651, 652), ("gelsenkirchen", 458, 458), ("mönchengladbach", 410, 412), ("braunschweig", 381, 381),
    ("chemnitz", 91, 92), ("kiel", 241, 241), ("aachen", 520, 520), ("halle", 61, 61), ("magdeburg", 391, 391),
    ("freiburg", 790, 791), ("krefeld", 477, 478), ("lübeck", 235, 235), ("oberhausen", 460, 461), ("erfurt", 990, 990),
    ("mainz", 551, 551), ("rostock", 180, 181), ("kassel", 341, 341), ("hagen", 580, 581), ("saarbrücken", 661, 661),
    ("potsdam", 144, 144), ("ludwigshafen", 670, 670), ("oldenburg", 261, 261), ("leverkusen", 513, 513),
    ("osnabrück", 490, 490), ("solingen", 426, 427), ("heidelberg", 691, 691), ("neuss", 414, 414), ("darmstadt", 642, 642),
    ("paderborn", 330, 331), ("regensburg", 930, 930), ("ingolstadt", 850, 850), ("würzburg", 970, 970), ("fürth", 907, 907),
    ("wolfsburg", 384, 384), ("offenbach", 630, 630), ("ulm", 890, 890), ("heilbronn", 740, 740), ("pforzheim", 751, 751),
    ("göttingen", 370, 370), ("trier", 542, 542), ("bremerhaven", 275, 275), ("koblenz", 560, 560), ("jena", 77, 77),
    ("erlangen", 910, 910), ("siegen", 570, 570), ("cottbus", 30, 30), ("schwerin", 190, 190), ("konstanz", 784, 784),
    ("tübingen", 720, 720), ("weimar", 994, 994), ("flensburg", 249, 249), ("bamberg", 960, 960), ("bayreuth", 954, 954),
    // France
    ("paris", 750, 751), ("marseille", 130, 130), ("lyon", 690, 690), ("toulouse", 310, 315), ("nantes", 440, 443),
    ("montpellier", 340, 340), ("strasbourg", 670, 672), ("bordeaux", 330, 338), ("lille", 590, 598), ("rennes", 350, 357),
    ("reims", 511, 511), ("toulon", 830, 832), ("grenoble", 380, 381), ("dijon", 210, 210), ("angers", 490, 491),
    ("nîmes", 300, 309), ("nimes", 300, 309), ("villeurbanne", 691, 691), ("clermont-ferrand", 630, 631), ("havre", 766, 766),
    ("aix-en-provence", 130, 131), ("brest", 292, 292), ("limoges", 870, 872), ("amiens", 800, 800), ("metz", 570, 570),
    ("besançon", 250, 250), ("besancon", 250, 250), ("perpignan", 660, 661), ("orléans", 450, 451), ("caen", 140, 140),
    ("rouen", 760, 761), ("mulhouse", 681, 682), ("nancy", 540, 541), ("avignon", 840, 841), ("poitiers", 860, 860),
    ("versailles", 780, 780), ("la rochelle", 170, 170), ("cannes", 61, 64), ("antibes", 61, 66), ("annecy", 740, 740),
    ("boulogne-billancourt", 921, 921), ("saint-denis", 932, 932), ("saint-étienne", 420, 421), ("colmar", 680, 680),
    // Spain
    ("madrid", 280, 280), ("barcelona", 80, 80), ("valencia", 460, 460), ("sevilla", 410, 410), ("zaragoza", 500, 500),
    ("málaga", 290, 290), ("malaga", 290, 290), ("murcia", 300, 301), ("palma", 70, 71), ("las palmas", 350, 350),
    ("bilbao", 480, 480), ("alicante", 30, 35), ("córdoba", 140, 140), ("cordoba", 140, 140), ("valladolid", 470, 471),
    ("vigo", 362, 363), ("gijón", 332, 333), ("gijon", 332, 333), ("vitoria", 10, 11), ("granada", 180, 180),
    ("elche", 32, 32), ("oviedo", 330, 330), ("badalona", 89, 89), ("cartagena", 302, 303), ("jerez", 114, 115),
    ("sabadell", 82, 82), ("terrassa", 82, 82), ("móstoles", 289, 289), ("santa cruz", 380, 381), ("pamplona", 310, 310),
    ("almería", 40, 41), ("almeria", 40, 41), ("san sebastián", 200, 200), ("san sebastian", 200, 200), ("donostia", 200, 200),
    ("burgos", 90, 90), ("santander", 390, 390), ("castellón", 120, 120), ("albacete", 20, 20), ("getafe", 289, 289),
    ("salamanca", 370, 370), ("logroño", 260, 260), ("huelva", 210, 210), ("badajoz", 60, 60), ("lleida", 250, 251),
    ("tarragona", 430, 431), ("león", 240, 240), ("cádiz", 110, 110), ("cadiz", 110, 110), ("jaén", 230, 230),
    ("ourense", 320, 320), ("girona", 170, 170), ("coruña", 150, 150), ("toledo", 450, 450), ("marbella", 296, 296),
    // Italy
    ("roma", 1, 1), ("milano", 201, 201), ("napoli", 801, 801), ("torino", 101, 101), ("palermo", 901, 901),
    ("genova", 161, 161), ("bologna", 401, 401), ("firenze", 501, 501), ("bari", 701, 701), ("catania", 951, 951),
    ("venezia", 301, 301), ("verona", 371, 371), ("messina", 981, 981), ("padova", 351, 351), ("trieste", 341, 341),
    ("brescia", 251, 251), ("parma", 431, 431), ("prato", 591, 591), ("modena", 411, 411), ("reggio emilia", 421, 421),
    ("reggio calabria", 891, 891), ("perugia", 61, 61), ("livorno", 571, 571), ("ravenna", 481, 481), ("cagliari", 91, 91),
    ("foggia", 711, 711), ("rimini", 479, 479), ("salerno", 841, 841), ("ferrara", 441, 441), ("sassari", 71, 71),
    ("siracusa", 961, 961), ("pescara", 651, 651), ("monza", 209, 209), ("bergamo", 241, 241), ("trento", 381, 381),
    ("vicenza", 361, 361), ("bolzano", 391, 391), ("novara", 281, 281), ("piacenza", 291, 291), ("ancona", 601, 601),
    ("udine", 331, 331), ("lecce", 731, 731), ("pisa", 561, 561), ("lucca", 551, 551), ("varese", 211, 211),
];

/// Cities whose code of four digits stands before their name.
#[rustfmt::skip]
pub(super) const SHORT_CODE_FIRST: &[City] = &[
    // The Netherlands
    ("amsterdam", 1000, 1109), ("rotterdam", 3000, 3089), ("den haag", 2490, 2599), ("utrecht", 3500, 3585),
    ("eindhoven", 5600, 5658), ("tilburg", 5000, 5049), ("groningen", 9700, 9747), ("almere", 1300, 1379),
    ("breda", 4800, 4847), ("nijmegen", 6500, 6546), ("enschede", 7500, 7549), ("apeldoorn", 7300, 7339),
    ("haarlem", 2000, 2037), ("arnhem", 6800, 6846), ("amersfoort", 3800, 3829), ("zaandam", 1500, 1509),
    ("den bosch", 5200, 5237), ("hertogenbosch", 5200, 5237), ("zwolle", 8000, 8049), ("maastricht", 6200, 6229),
    ("leiden", 2300, 2334), ("dordrecht", 3300, 3329), ("delft", 2600, 2629), ("leeuwarden", 8900, 8941),
    ("alkmaar", 1800, 1827), ("hilversum", 1200, 1223), ("gouda", 2800, 2809), ("venlo", 5900, 5951),
    ("deventer", 7400, 7439), ("hengelo", 7550, 7559), ("roermond", 6040, 6049), ("middelburg", 4330, 4339),
    // Austria
    ("wien", 1000, 1239), ("vienna", 1000, 1239), ("graz", 8010, 8055), ("linz", 4020, 4049), ("salzburg", 5020, 5089),
    ("innsbruck", 6020, 6080), ("klagenfurt", 9020, 9073), ("villach", 9500, 9524), ("wels", 4600, 4614),
    ("pölten", 3100, 3151), ("bregenz", 6900, 6904), ("dornbirn", 6850, 6859),
    // Switzerland
    ("zürich", 8000, 8064), ("zurich", 8000, 8064), ("zuerich", 8000, 8064), ("genève", 1200, 1209), ("geneve", 1200, 1209),
    ("genf", 1200, 1209), ("basel", 4000, 4059), ("lausanne", 1000, 1018), ("bern", 3000, 3030), ("winterthur", 8400, 8411),
    ("luzern", 6000, 6016), ("gallen", 9000, 9016), ("lugano", 6900, 6979), ("biel", 2500, 2505), ("zug", 6300, 6303),
    ("fribourg", 1700, 1709), ("neuchâtel", 2000, 2009),
    // Belgium
    ("brussel", 1000, 1210), ("bruxelles", 1000, 1210), ("antwerpen", 2000, 2060), ("gent", 9000, 9052),
    ("brugge", 8000, 8001), ("liège", 4000, 4032), ("leuven", 3000, 3012), ("namur", 5000, 5004), ("charleroi", 6000, 6061),
    ("mechelen", 2800, 2801),
];

/// Cities whose code of five digits stands behind their name.
#[rustfmt::skip]
pub(super) const CODE_LAST: &[City] = &[
    ("new york", 100, 104), ("brooklyn", 112, 112), ("bronx", 104, 104), ("manhattan", 100, 102), ("queens", 111, 116),
    ("los angeles", 900, 901), ("chicago", 606, 608), ("houston", 770, 772), ("phoenix", 850, 853), ("philadelphia", 190, 191),
    ("san antonio", 782, 782), ("san diego", 919, 921), ("dallas", 750, 753), ("san jose", 951, 951), ("austin", 733, 733), ("austin", 786, 787),
    ("jacksonville", 322, 322), ("fort worth", 760, 761), ("columbus", 432, 432), ("charlotte", 282, 282),
    ("san francisco", 941, 941), ("indianapolis", 462, 462), ("seattle", 980, 981), ("denver", 802, 802), ("boston", 21, 22),
    ("nashville", 372, 372), ("el paso", 799, 799), ("portland", 972, 972), ("portland", 41, 41), ("las vegas", 889, 891), ("detroit", 482, 482),
    ("memphis", 380, 381), ("louisville", 402, 402), ("baltimore", 212, 212), ("milwaukee", 532, 532),
    ("albuquerque", 871, 871), ("tucson", 857, 857), ("fresno", 936, 938), ("sacramento", 942, 942), ("sacramento", 956, 958), ("atlanta", 303, 303),
    ("omaha", 680, 681), ("raleigh", 276, 276), ("miami", 331, 332), ("oakland", 946, 946), ("minneapolis", 554, 554),
    ("washington", 200, 205), ("tulsa", 741, 741), ("tampa", 336, 336), ("orleans", 701, 701), ("wichita", 672, 672), ("cleveland", 441, 441),
    ("bakersfield", 933, 933), ("pittsburgh", 151, 152), ("cincinnati", 452, 452), ("st louis", 631, 631),
    ("st. louis", 631, 631), ("saint paul", 551, 551), ("buffalo", 142, 142), ("rochester", 146, 146), ("orlando", 328, 328),
    ("honolulu", 968, 968), ("anchorage", 995, 995), ("salt lake city", 841, 841), ("boise", 837, 837), ("spokane", 992, 992),
    ("newark", 71, 71), ("jersey city", 73, 73), ("kansas city", 641, 641), ("kansas city", 661, 661), ("oklahoma city", 731, 731), ("hartford", 61, 61),
    ("providence", 29, 29), ("albany", 122, 122), ("syracuse", 132, 132), ("richmond", 232, 232), ("norfolk", 235, 235),
    ("greensboro", 274, 274), ("durham", 277, 277), ("savannah", 314, 314), ("birmingham", 352, 352), ("montgomery", 361, 361),
    ("knoxville", 379, 379), ("chattanooga", 374, 374), ("little rock", 722, 722), ("des moines", 503, 503),
    ("madison", 537, 537), ("fort wayne", 468, 468), ("grand rapids", 495, 495), ("toledo", 436, 436), ("akron", 443, 443),
    ("dayton", 454, 454), ("reno", 895, 895), ("irvine", 926, 926), ("anaheim", 928, 928), ("pasadena", 911, 911),
    ("beverly hills", 902, 902), ("santa monica", 904, 904), ("long beach", 908, 908), ("palo alto", 943, 943),
    ("berkeley", 947, 947), ("cambridge", 21, 22), ("arlington", 222, 222), ("plano", 750, 750), ("irving", 750, 750),
    ("scottsdale", 852, 852), ("tempe", 852, 852), ("tallahassee", 323, 323), ("fort lauderdale", 333, 333),
    ("colorado springs", 809, 809), ("tacoma", 984, 984), ("eugene", 974, 974), ("lansing", 489, 489), ("flint", 485, 485),
    ("stamford", 69, 69), ("worcester", 16, 16), ("manchester", 31, 31), ("burlington", 54, 54), ("fargo", 581, 581),
    ("billings", 591, 591), ("cheyenne", 820, 820), ("sioux falls", 571, 571), ("lincoln", 685, 685), ("topeka", 666, 666),
];

/// Cities whose code of four digits stands behind their name.
#[rustfmt::skip]
pub(super) const SHORT_CODE_LAST: &[City] = &[
    ("sydney", 2000, 2234), ("melbourne", 3000, 3207), ("brisbane", 4000, 4179), ("perth", 6000, 6199),
    ("adelaide", 5000, 5199), ("canberra", 2600, 2617), ("hobart", 7000, 7010), ("darwin", 800, 832),
    ("newcastle", 2300, 2310), ("geelong", 3214, 3221), ("wollongong", 2500, 2530), ("cairns", 4868, 4879),
    ("townsville", 4810, 4819), ("gold coast", 4210, 4230), ("parramatta", 2150, 2150), ("bendigo", 3550, 3556),
    ("ballarat", 3350, 3356), ("toowoomba", 4350, 4352), ("fremantle", 6160, 6160),
];
