/** Beginnings of month names, in the languages mail clients print them, by month; a longer beginning wins over a shorter. */
export const months: readonly string[] = [
  'jan ene gen jän ianuarie ian january oca sty led sij tammi jaan янв січ яну ιαν जन يناير كانون-الثاني ينا ژانویه ינואר ม.ค',
  'feb fév fev febr velj şub sub lut úno únor helmi veebr фев лют φεβ फ़र फर فبراير شباط فوریه פברואר ก.พ',
  'mar mär mrz maa mrt már mart març marec maalis märts ožu bře мар бер μαρ μάρ मार्च مارس آذار מרץ มี.ค',
  'apr abr avr ápr apríl kwi dub huhti tra nis апр кві απρ अप्र أبريل ابريل نيسان آوریل אפריל เม.ย',
  'may mai mag mei maj máj maig kvě svi touko мая май тра μαΐ μαϊ μάι मई مايو أيار מאי พ.ค',
  'jun juin juny jún giu iun cze čer lip kesä juuni haz июн юни чер ιουν ιούν जून يونيو حزيران ژوئن יוני มิ.ย',
  'jul juil júl lug iul lipca červenec července srpanj srpnja heinä juuli tem июл юли лип ιουλ ιούλ जुल يوليو تموز ژوئیه יולי ก.ค',
  'aug ago aoû aou agu ağu sie srp srpna srpen kol elo авг сер αυγ αύγ अग أغسطس اغسطس آب اوت אוגוסט ส.ค',
  'sep set szept wrz zář ruj syys eyl сен вер сеп σεπ सित سبتمبر أيلول سپتامبر ספטמבר ก.ย',
  'oct okt out ott paź říj loka eki окт жов οκτ अक्ट अक्तू أكتوبر اكتوبر تشرين-الأول اکتبر אוקטובר ต.ค',
  'nov noi lis stu marras kas ноя лис ное νοε νοέ नव نوفمبر تشرين-الثاني نوامبر נובמבר พ.ย',
  'dec dic déc dez dets des gru pro joulu ara дек гру δεκ दिस ديسمبر كانون-الأول دسامبر דצמבר ธ.ค',
];

/** Offsets of the time zones that programs print by name, in minutes. */
export const zones: Record<string, number> = {
  ...{
    gmt: 0,
    utc: 0,
    wet: 0,
    غرينتش: 0,
    west: 60,
    bst: 60,
    cet: 60,
    mez: 60,
    cest: 120,
    mesz: 120,
    eet: 120,
    eest: 180,
    msk: 180,
    trt: 180,
  },
  ...{ ist: 330, sgt: 480, hkt: 480, jst: 540, kst: 540, aest: 600, aedt: 660, brt: -180, art: -180 },
  ...{ est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420 },
};
