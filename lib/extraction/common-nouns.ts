/**
 * Further ordinary words of news, mostly things and callings: a text in capitals has no other sign that "DANCE HALL"
 * is no name. Base forms, as in the first list.
 */
export const MORE_WORDS =
  "abating abbey abdomen abductors absent accountant accurate addict additional admiral advisable advised " +
  "advisory aerial aerodrome afterward aide airbase airborne airfield airmen airplanes airspace airstrike " +
  "airstrikes alias aligned allegedly alongside altar alternative amendment amidst amongst anarchy " +
  "anchorage anew ankle anonymity anonymous ant antenna apathetic apology app applied appreciate " +
  "arbitration archbishop archdiocese armistice armor armored armory armour arrows arsonists assets " +
  "atrocity attackers attic attributions auditor aunt autonomy auxiliaries avalanche averted axes " +
  "ayatollah backdrop backers baggage balcony ballroom band bandage bandits banker banner banquet barber " +
  "barged barrage bathroom battery bay bayonet became bedroom bee beefing beer behavior beheading belt " +
  "benchmark bicycle biggest bigot bird birdshot blackmail blacksmith blade blanket blockade blogger " +
  "bloodied bloodshed bloody blown bog bombers bombings bond bone bonuses boot boundary bout bows boycott " +
  "boyfriend brain breach breakdown breakfast breast bribery bride briefcase brochure bruise brutality " +
  "buildings bull bully burglar burial businessmen butcher cab cabin cafeteria calm calmly camel " +
  "camouflage campus cancer candle cannon cannons cap capitalism capitulation caravan carnage carnival " +
  "carpet carriage cartridge carve cashew cashier casino cat catastrophe cattle cave ceded ceiling cellar " +
  "centrist chainsaw chainsaws chancellor chanted chapel chaplain chapter charity charter chauffeur cheek " +
  "cheese chemist chest chicken chin choir circus citadel classmate classroom clause cleaner clearest " +
  "cleric cliff clip closest closings cloud clout clue coach coal coastal coastline coat cobbler " +
  "cockfight cockpit cocktail coffin collaborator collision coma combatants combing commandeer communism " +
  "concert concession concussion condolence condolences condominium conducive conspirator construct " +
  "container containers contingent contractors convent cops cordon coroner corporal corridor cottage " +
  "counterinsurgency countermeasures counteroffensive counterproductive counterterror courier cousin cove " +
  "cow crackdown crane crate crossfire crossings cruelty cult cup curb curtain customers customs cyber " +
  "cyclone dagger dance darkness daylong deacon deadliest deadlock dealer dealers decisive deepest " +
  "defensive deficit definitive defuse defused dentist depth deserters despair detainees diesel digging " +
  "diocese dip diploma dirt disco discotheque discourage disperse disruptions dissident distribution " +
  "disturbance ditch dividend dockworkers dog doing domain donkey dormitory downstream downward drain " +
  "dramatic drawbridge drew driven drivers drought drunkard duck dug dugout dumped dust dustbin dynamited " +
  "ear earliest eastbound eastward edict elbow elder electrician electronic elephant elevator embargo " +
  "emotional enclave engineer engineers ensued envoy epicenter epidemic erupted eruption escalate " +
  "escalatory estuary ethnic evolved exam examination expire extortion extremism facade facilitate " +
  "faculty fading fake famine fan fanatical fanaticism fans faraway farmer farmers farthest fascism " +
  "favela fax feast feeding fertiliser festival fever fiance fiercest fighters fingerprint firebomb " +
  "flared flashlight florist followers foolish footage foray forceful forehead foreman forever forged " +
  "forger forgiveness fork formerly fortress foxhole fracture fragile fragility framework freight " +
  "freighter frenzied frequency friar fridge fruit fungal fury fuse fuselage gallery garage gardener " +
  "gatherings girlfriend glove goat going goose gored gorge governorate grabbed graduate granddaughter " +
  "grandfather grandmother grandson grenades grief grocer grocery groom guerilla guidelines gulf gully " +
  "gunboats gunners gunships habit hacked hairdresser hallmarks hallway hammers hangar happiness " +
  "harangued harbour hardliner hashed hat hatred havoc headdress headmaster headmistress heard hearing " +
  "heavily height heliport hell helmet henchman herders herdsmen heroic hid hideouts highest hijackings " +
  "hiking hilly hip hitman hoaxers holster homage homeland homeless homemade honourable hood hoodlum " +
  "horrible horse horseback hostel hovered howitzer hunger hurling hurricane hut huts hymn ice ignited " +
  "illness imaginable imam imminent imperative imperialism implacable inaccessible inconsistency " +
  "increasingly indefinite indefinitely infection inflation influential informer infrastructure injection " +
  "inmates inn insect insurgencies insurgency integrity intensity interception intercepts internet " +
  "interruption intervention investment investor invoice irrespective jacket jailbreak janitor jaw jeans " +
  "jeweler jeweller jihad joy kamikaze keen keffiyeh kerosene kidnappings kidney killings kilo kilos kind " +
  "kindergarten kingdom knee knives laborer lagoon lakeside lamp landings landmarks landmine landmines " +
  "landslide lane lanes largest launchers layered leaders leaf leaflets lecture lecturer lecturers " +
  "leftist legendary leninism levied licence license lifeboat lighter lightning limousine limpet lip " +
  "liquefied liquor liver livestock lobby locality locomotive logger lone longest longtime lounge lowest " +
  "luggage lunch lung lying machinegunned mad magazine manager mansion marathon maritime marxism match " +
  "meat mechanic mediation memorandum met metre metropolis midwife militancy militiaman miner miners " +
  "miracle miraculous mirror misunderstandings moat monastery monday monitor monk monks morale morgue " +
  "mosquito motel motorbike mountainous mourner mourning mouse movie mujahideen mule mullah multinational " +
  "muscle museum music mutinied mutiny nationalism nationalist nationalists nazism nearest needle " +
  "negotiator negotiators nephew newest newscast newsmen newssheet niece nightclub nightlong nomadic " +
  "nominate non nonprofit northbound northward nose novel nuclear nun nurse observers offer officers " +
  "offshoot oldest olive online onslaught operational operatives operator opium oppression optician " +
  "optimistic orchestra ourselves ousted ouster outages outbursts outgoing outpouring outwit oven overall " +
  "overhead overland oversaw overseas package pageant painter painting pamphlet pandemic paragraph " +
  "parapet parcel parish partisans passersby passport pastor patrons pave peacekeeper peacekeepers " +
  "peacekeeping pelted penetration penthouse pepper periscope persecution persist peshmerga pests pew " +
  "pharmacist photojournalist pickpocket pig pigeon pilgrim pilgrimage pill pillow piracy pirate pirates " +
  "pits plague plagued planeloads plateau plates plotter plumber plumes plunged poem poet pond poorest " +
  "poppy populace populous porch portable porter posed postcard poster powder prairie precaution " +
  "precautionary precision pregnant preliminary presidency pretexts prevailing prisoners probably " +
  "proceedings proclamation projectile projectiles propeller protesters protocol proud provisional " +
  "provost psychiatrist psychologist psychopathic pub pulpit punch punitive pupil putsch quakes quarry " +
  "quell rabbi rabbit radar radicalism raking rammed ramming rampage rampages rampart raped rat rationing " +
  "ravine receipt receptionist reconnaissance rector reels reformist refrain refrigerator refusal " +
  "reimpose remnants renewal reportedly reporters reserve reserves resolute response restive resumption " +
  "retake retaliatory revenue revoked revolt rib richest ridge rioters ripping rite ritual robber robust " +
  "roiled rotor routine rubble ruins ruse rustlers safeguard saloon salt salvage sandals sandwich savanna " +
  "scarf scholar scholarship schoolchildren schoolgirl schoolteacher score scores screw sectarian secular " +
  "sedan seekers semiautonomous seminar seminaries sermon servicemen settlers sewer shadowy shanty sheath " +
  "sheep shepherd shield shirt shoeshine shook shootings shootout shootouts shopkeeper shoulder showdown " +
  "shrapnel significant silent silhouette singer sinking skiff skiffs skin skirt skull sky slabs slain " +
  "slammed slippery slit slope slopes slum smuggler smugglers snack snake sneaked soar socialism sock " +
  "sofa soft sometime song sorrow southbound southernmost southward sparked sparsely spate speakers spear " +
  "spears speedboat spice spider spine spiral splinter spoon sporadic stabbings stabilize staffers stair " +
  "staircase stairs stall stalls stamp stampede standby star statehood statute staunch stellar stems " +
  "steppe stewardess stole stomach stood storage stove strafed stranger stream stretch stretcher strikers " +
  "strongest stronghold structural stuck stun stunned subcontinent submarine subsidy suburban subversion " +
  "subversive subway superintendent supermarket supervisor supper supporter supporters supremacist surge " +
  "surgeon swamp swindler swoop sword sympathizers sympathy synagogue syringe tablet tackle tail tailor " +
  "talks tankers tariff tavern tea teachers teenager teenagers teeth telegram telex temples tenement " +
  "terrain territorial testimony thatch therapist thrice thug thunder tighten timer toaster toe tomb " +
  "tongue tooth tornado torpedo tow tractor trailer trailers traitor tram transmitter travelers " +
  "tremendous tricycle trolley troopers trouser trousers truly tundra tunnel turf turmoil turret tweeted " +
  "twisted typhoon typist ultimatum unacceptable unaided uncertain unclear unconditional unconfirmed " +
  "undergraduate undermine unduly unharmed unnamed unpaid unreliable unrest upheaval upped uprising " +
  "upstream upsurge uptick users vaccination vaccine valiant vantage verdict veteran veterinarian vicar " +
  "vicariate vigilante vigilantes vigorous villagers visa visibly volcano vowed wagon waiver warfare " +
  "warhead warnings warship warships watchmaker waterway waterways weakest wealthiest wealthy website " +
  "westbound westward whereabouts wherever whisky wholly widest widower wind windshield wine workers " +
  "workshop worshippers writer wrote xenophobic yacht youngest";
