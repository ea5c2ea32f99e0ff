const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Heads of groups of people that act or suffer in incidents, and how they stand to a state. */
export const GROUP_NOUNS: ReadonlyMap<string, "force" | "armed" | "civilian"> = new Map(
  (
    [
      [
        "force",
        "army military forces force troops soldiers soldier police policemen policeman officer officers guards guard commandos navy " +
          "peacekeepers peacekeeper patrol convoy marines warplanes jets personnel servicemen serviceman paramilitaries constable constables sailors airmen cadets recruits conscripts coalition gendarmes jawans deputies marshals legionnaires rangers militiamen vigilantes " +
          "gendarme commando marine sailor airman cadet recruit conscript reservists reservist troopers trooper peshmerga janjaweed paratroopers paratrooper gunners gunner bodyguard bodyguards guardsmen guardsman carabinieri policewoman policewomen detectives detective patrols patrolmen warship warships gunboat gunboats gunships servicewoman warplane bombers",
      ],
      [
        "armed",
        "militia militias militants militant insurgents insurgent rebels rebel gunmen gunman fighters fighter terrorists terrorist " +
          "attackers attacker assailants assailant guerrillas guerillas extremists jihadists jihadis bandits pirates separatists bomber bombers kidnappers cartel gang gangs group groups movement faction factions hijackers hijacker raiders mercenaries mob mobs miscreants criminals smugglers traffickers assassins killers hitmen individuals suspects suspect looters arsonists robbers thieves mujahideen sniper snipers members operatives " +
          "extremist supremacist supremacists jihadist jihadi islamist islamists secessionists secessionist nationalists nationalist loyalists loyalist paramilitary dissidents dissident mutineers partisans partisan saboteurs saboteur arsonist bandit pirate separatist smuggler trafficker poachers rustlers raider robber thief dacoits dacoit hitman assassin killer knifeman knifemen shooter shooters kidnapper hooligans skinheads skinhead gangsters gangster sicarios mercenary miscreant thugs hoodlums anarchists anarchist leftists fanatics zealots nazis naxalites naxalite naxals maoists maoist montoneros tupamaros contras sandinistas senderistas zapatistas fedayeen tribesman herdsmen squad squads warlord marauders infiltrators infiltrator intruders intruder",
      ],
      [
        "civilian",
        "civilians civilian people protesters protestors protester demonstrators villagers villager worshippers worshipers students student " +
          "pupils schoolchildren schoolgirls children journalists journalist pilgrims shoppers passengers tourists workers aid-workers farmers residents bystanders " +
          "refugees migrants teachers doctors nurses engineers contractors employees activists activist diplomats diplomat hostages crowd crowds marchers rioters miners fishermen herders mourners voters foreigners expatriates women men family families youths supporters strikers peasants inmates prisoners detainees settlers tribesmen traders vendors commuters motorists neighbours neighbors servants pensioners drivers rescuers medics patients missionaries shopkeepers photojournalist cameraman reporter judge lawyer governor mayor priest cleric commander leader general official officials minister ambassador lawmaker politician president " +
          "person man woman boy girl child infant baby teenager teenagers boys girls babies toddlers infants elderly relatives brothers sisters guests guest customers customer patrons patron diners worker teacher doctor nurse engineer contractor farmer farmers peasant labourers laborers labourer dockworkers steelworkers truckers trucker pedestrians pedestrian passers passersby passerby onlookers parishioners congregants monks monk nuns nun priests clerics imams imam rabbi pastor pastors bishop missionary schoolgirl schoolboy schoolboys pupil businessman businessmen banker bankers trader vendor shopper tourist traveller travellers travelers pilgrim refugee migrant immigrants immigrant exiles exile expatriate foreigner settler fisherman miner herder shepherds shepherd herdsman drivers driver motorist cyclists cyclist pilot pilots crew crewmen crewman stewardess employee clerks clerk executives executive volunteers volunteer medic paramedics paramedic rescuer firefighters firefighter observers observer monitors inspectors prisoner detainee hostage inmate voter campaigners campaigner organisers organizers unionists unionist bloggers blogger editor editors photographer photographers cameramen correspondent correspondents newsmen reporters lawyers prosecutors prosecutor judges magistrates magistrate councillor councillors senator senators lawmakers legislators legislator congressman candidates candidate mayors governors ministers envoys envoy consul consuls attache ambassadors academics academic professors professor scientists scientist elders elder chieftain mourner marcher striker picketers strikers throwers backers sympathisers sympathizers opponents dissenters townspeople townsfolk locals inhabitants householders islanders nomads squatters tenants landowners landowner rancher ranchers smallholders orphans widows pensioner veterans veteran",
      ],
    ] as const
  ).flatMap(([kind, list]) => list.split(" ").map((noun) => [noun, kind] as const)),
);

/** Facilities: they are places, and the owner in front of them is a target. */
export const FACILITIES: ReadonlySet<string> = words(
  "embassy consulate airport airbase base bases airfield outpost checkpoint barracks headquarters compound camp prison jail station university " +
    "college school hospital clinic church mosque temple shrine synagogue cathedral market bazaar hotel restaurant cafe mall theater theatre nightclub club stadium bridge " +
    "refinery pipeline plant oilfield field port harbour harbor terminal factory dam mine courthouse court parliament ministry academy garrison square street park funeral ceremony wedding building tower bus train railway metro subway arena hall center centre",
);

/** Words that follow a name and say what kind of place it is. */
export const PLACE_HEADS: ReadonlySet<string> = words(
  "capital port stronghold settlement hamlet commune borough enclave locality highway highlands massif plateau basin province district governorate county state region city town village municipality prefecture oblast raion department area valley peninsula island islands subdistrict neighborhood neighbourhood suburb airbase airport crossing river mountains",
);

/** Capitalised words that never name a place by themselves, folded. */
export const NOT_PLACES: ReadonlySet<string> = words(
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december " +
    "jan feb mar apr jun jul aug sep sept oct nov dec mr mrs ms dr col gen lt maj sgt capt president minister prime king queen prince general colonel major captain " +
    "the a an this that these those he she it they we i you his her its our their who what when where why how if but and or not no yes of on in at to for from with by as so also after before since until while because " +
    "islam islamic muslim muslims christian christians jewish jews sunni shia shiite sikh hindu hindus kurdish kurds arab arabs god allah quran ramadan eid christmas easter " +
    "parliament congress senate house government ministry interior defense defence foreign affairs security council state department police army navy force forces military " +
    "twitter facebook youtube telegram whatsapp reuters ap afp bbc cnn xinhua tass interfax itar wikinews aljazeera jazeera associated press agence france presse voice news agency times post guardian telegraph journal " +
    "united nations nato eu un european union african coalition alliance international national supreme leader party front movement liberation revolutionary brigade division battalion corps " +
    "same most police many several some others other early late last next first second third one two three four five six seven eight nine ten dozens hundreds thousands " +
    "nobody officials official witnesses authorities residents local according earlier later meanwhile however english arabic french american british " +
    "north south east west northern southern eastern western central middle upper lower new old world war peace human rights watch committee commission court justice union nation nations republic democratic kingdom " +
    "internet web radio television tv show airlines airways flight boeing airbus humvee toyota katyusha kalashnikov operation resolve " +
    "kills killed wounds wounded injures injured dies leaves rocks hits says claims",
);

/** Peoples and faiths: whose village it is, not where it lies. */
export const PEOPLES: ReadonlySet<string> = words(
  "rohingya rohingyas tuareg tuaregs tutsi tutsis hutu hutus hazara hazaras tamil tamils sinhalese pashtun pashtuns baloch baluch sikh sikhs druze alawite alawites yazidi yazidis maronite maronites copt copts coptic orthodox catholic catholics protestant protestants buddhist buddhists mormon loyalist republican " +
    "turkmen bedouin serb serbs croat croats albanian albanians roma gypsy gypsies mapuche maya mayan karen kachin shan fulani hausa kikuyu luo zulu xhosa oromo amhara tigrayan dinka nuer berber berbers chechen chechens ingush cossack tatar tatars abkhaz ossetian ossetians basque basques catalan corsican corsicans",
);

export const PERSON_TITLES: ReadonlySet<string> = words(
  "mr mrs ms dr col gen lt maj sgt capt cpl adm brig prof rev hon sen rep gov col. gen. lt. maj. sgt. capt. cpl. adm. brig. mr. mrs. ms. dr. prof. rev. sen. rep. gov. " +
    "president minister spokesman spokeswoman spokesperson general colonel major captain lieutenant sergeant commander chief leader king prince sheikh ayatollah imam mullah governor mayor " +
    "ambassador envoy senator secretary chancellor director photojournalist journalist reporter judge bishop pope cleric activist officer brigadier admiral maulana",
);

export const PLACE_PREPOSITIONS: ReadonlySet<string> = words(
  "in at near outside inside around across throughout from to toward towards into over of off on between along through by within beyond",
);

/** Particles inside names. */
export const PARTICLES: ReadonlySet<string> = words(
  "al el es de la le los las del di da do dos du of the wa e ul ad an ar as ash at az bin ibn abu umm au aux sur en du von van der den zu na ob lez y",
);

/** What stands in front of a noun for a group and belongs to it: "Iran-backed", "masked". */
export const MODIFIER =
  /^(?:suspected|alleged|unidentified|unknown|masked|armed|heavily|pro|anti|backed|based|aligned|led|linked|affiliated|separatist|local|foreign|joint|combined|special|riot|border|tribal|shiite|shia|sunni|kurdish|islamist|islamic|communist|maoist|coalition|allied|government|security|national|combat|paramilitary|military|palestinian|militant|rebel|opposition|student|aid|un|nato|iran|taliban|regime|federal|state|senior|former|suicide|army|police|naval|antigovernment|ultranationalist|drug|air|defen[cs]e|intelligence|traffic|secret|presidential|republican|revolutionary|insurgent|mercenary|terrorist|guerrilla|extremist|jihadist|jihadi|criminal|hooded|helicopter|fighter|infantry|airborne|paid|motori[sz]ed|heavily)$/;

/** "General command", "general strike": behind "general" they make it no officer. */
export const OFFICES =
  /^(?:command|staff|secretar(?:y|iat)|manager|management|strike|assembly|elections?|public|population|hospital|headquarters|director|prosecutor|attorney|amnesty)$/;
