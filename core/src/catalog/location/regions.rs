//! Regions by name or abbreviation: states of the US, Australia and Brazil, provinces of Canada, counties of Ireland,
//! countries.
//!
//! Comes in: a view and a place. Goes out: which region stands there, where it ends, and how much it says.
//!
//! # Sources
//! USPS Publication 28, appendix B; Canada Post, Addressing Guidelines; Australia Post, Correct addressing; An Post, postal
//! addressing; ISO 3166 and ISO 3166-2:BR.
use super::states::is_state;
use crate::text::view::{View, is_wordy};
use crate::text::word_set::WordSet;
use crate::text::words::{fold, is_word, skip_spaces, skip_spaces_back, word_end};

/// A region's name in an address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Region<'v> {
    pub(super) end: usize,
    /// The state's two letters, where it is one of the US.
    pub(super) state: Option<&'v [u8]>,
    pub(super) kind: Kind,
    /// It is no other word: it needs no postal code behind it.
    pub(super) clear: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    American,
    Canadian,
    Australian,
}

/// States by name, with their two letters. Names of more than one word are asked by all their words.
#[rustfmt::skip]
pub(super) static STATES: &[(&str, &[u8; 2])] = &[
    ("alabama", b"AL"), ("alaska", b"AK"), ("arizona", b"AZ"), ("arkansas", b"AR"), ("california", b"CA"),
    ("colorado", b"CO"), ("connecticut", b"CT"), ("delaware", b"DE"), ("florida", b"FL"), ("hawaii", b"HI"),
    ("idaho", b"ID"), ("illinois", b"IL"), ("indiana", b"IN"), ("iowa", b"IA"), ("kansas", b"KS"),
    ("kentucky", b"KY"), ("louisiana", b"LA"), ("maine", b"ME"), ("maryland", b"MD"), ("massachusetts", b"MA"),
    ("michigan", b"MI"), ("minnesota", b"MN"), ("mississippi", b"MS"), ("missouri", b"MO"), ("montana", b"MT"),
    ("nebraska", b"NE"), ("nevada", b"NV"), ("new hampshire", b"NH"), ("new jersey", b"NJ"), ("new mexico", b"NM"),
    ("new york", b"NY"), ("north carolina", b"NC"), ("north dakota", b"ND"), ("ohio", b"OH"), ("oklahoma", b"OK"),
    ("oregon", b"OR"), ("pennsylvania", b"PA"), ("rhode island", b"RI"), ("south carolina", b"SC"),
    ("south dakota", b"SD"), ("tennessee", b"TN"), ("texas", b"TX"), ("utah", b"UT"), ("vermont", b"VT"),
    ("virginia", b"VA"), ("washington", b"WA"), ("west virginia", b"WV"), ("wisconsin", b"WI"), ("wyoming", b"WY"),
    ("puerto rico", b"PR"),
];

/// First words of the names above; asked before the list.
static FIRST: WordSet<128> = WordSet::of(&[
    "alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa \
     kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska \
     nevada new north ohio oklahoma oregon pennsylvania rhode south tennessee texas utah vermont virginia washington \
     west wisconsin wyoming puerto",
]);

/// Abbreviations of states that are a word in small letters, in some language of the catalogue.
static ALSO_WORDS: WordSet<128> = WordSet::of(&[
    "al as ca co de hi id il in la ma me mi mo ms mt ne oh ok or pa pr sc sd va ap aa ae nd md",
]);

/// Provinces and territories of Canada, and states of Australia: two and three letters.
static PROVINCES: WordSet<64> = WordSet::of(&["ab bc mb nb nl ns nt nu on pe pei qc sk yt"]);
static PROVINCE_NAMES: WordSet<64> =
    WordSet::of(&["alberta manitoba ontario quebec québec saskatchewan nunavut yukon newfoundland"]);
static AUSTRALIAN: WordSet<64> = WordSet::of(&["nsw vic qld sa wa tas act nt"]);
static AUSTRALIAN_NAMES: WordSet<16> = WordSet::of(&["victoria queensland tasmania"]);

/// The region that starts at `i`.
pub(super) fn region_at(v: View<'_>, i: usize) -> Option<Region<'_>> {
    let end = word_end(v, i);
    let word = v.slice(i, end);
    // No name has two letters, and of the first words of names only one has three.
    match word.len() {
        0 | 1 => return None,
        2 => return abbreviation(v, i, end),
        3 if !is_word(word, "new") => return abbreviation(v, i, end),
        _ => {}
    }
    if FIRST.holds(word) {
        for &(name, code) in STATES {
            let to = i + name.len();
            // Most names begin otherwise.
            if name.as_bytes().first() == Some(&fold(v.at(i)))
                && is_word(v.slice(i, to), name)
                && !is_wordy(v.at(to))
            {
                return Some(Region { end: to, state: Some(code), kind: Kind::American, clear: true });
            }
        }
        if is_word(v.slice(i, i + 15), "new south wales") && !is_wordy(v.at(i + 15)) {
            return Some(Region { end: i + 15, state: None, kind: Kind::Australian, clear: true });
        }
    }
    if word.len() == 3 {
        return abbreviation(v, i, end);
    }
    let kind = if PROVINCE_NAMES.holds(word) {
        Kind::Canadian
    } else if AUSTRALIAN_NAMES.holds(word) {
        Kind::Australian
    } else {
        return None;
    };
    Some(Region { end, state: None, kind, clear: true })
}

fn abbreviation(v: View<'_>, i: usize, end: usize) -> Option<Region<'_>> {
    let word = v.slice(i, end);
    if is_wordy(v.at(end)) || v.at(end) == b'\'' {
        return None;
    }
    let american = is_state(word);
    // "WA" is a state of both countries; which one, the postal code tells.
    let kind = if american {
        Kind::American
    } else if AUSTRALIAN.holds(word) {
        Kind::Australian
    } else if PROVINCES.holds(word) {
        Kind::Canadian
    } else {
        return None;
    };
    let loud = word.iter().all(u8::is_ascii_uppercase);
    let small = word.iter().all(u8::is_ascii_lowercase);
    let clear = loud
        || small && american && !ALSO_WORDS.holds(word)
        || matches!(kind, Kind::Australian) && word.len() == 3;
    (loud || small || word.len() == 3 || american).then_some(Region {
        end,
        state: american.then_some(word),
        kind,
        clear,
    })
}

/// Whether the two or three letters are a state of Australia.
pub(super) fn is_australian(word: &[u8]) -> bool {
    AUSTRALIAN.holds(word)
}

static BRAZILIAN: WordSet<64> =
    WordSet::of(&["ac al am ap ba ce df es go ma mg ms mt pa pb pe pi pr rj rn ro rr rs sc se sp to"]);

/// End of a state of Brazil behind its city: two capitals behind a dash or a comma (`São Paulo - SP`).
pub(super) fn brazilian_end(v: View<'_>, i: usize) -> Option<usize> {
    let word = v.slice(i, i + 2);
    let loud = word.len() == 2 && word.iter().all(u8::is_ascii_uppercase) && !is_wordy(v.at(i + 2));
    let parted = matches!(v.before(skip_spaces_back(v, i, 1)), b'-' | b',');
    (loud && parted && BRAZILIAN.holds(word)).then_some(i + 2)
}

static COUNTIES: WordSet<128> = WordSet::of(&[
    "carlow cavan clare cork donegal dublin galway kerry kildare kilkenny laois leitrim limerick longford louth mayo meath \
     monaghan offaly roscommon sligo tipperary waterford westmeath wexford wicklow antrim armagh down fermanagh tyrone \
     derry londonderry durham",
]);

/// End of a county of Ireland or one that is called so in the UK: `Co. Kildare`, `County Down`.
pub(super) fn county_end(v: View<'_>, i: usize) -> Option<usize> {
    if fold(v.at(i)) != b'c' {
        return None;
    }
    let end = word_end(v, i);
    let word = v.slice(i, end);
    if !is_word(word, "co") && !is_word(word, "county") {
        return None;
    }
    let name = skip_spaces(v, end + usize::from(v.at(end) == b'.'), 1);
    let to = word_end(v, name);
    (name > end && COUNTIES.holds(v.slice(name, to)) && !is_wordy(v.at(to))).then_some(to)
}

/// End of the city `i..end` with its district, which Dublin has: `Dublin 4`, `Dublin 6W`.
pub(super) fn district_end(v: View<'_>, i: usize, end: usize) -> usize {
    if v.at(end) != b' ' || !is_word(v.slice(i, end), "dublin") {
        return end;
    }
    let digits = v.slice(end + 1, end + 4).iter().take_while(|b| b.is_ascii_digit()).count();
    let west = end + 1 + digits;
    let after = west + usize::from(v.at(west).eq_ignore_ascii_case(&b'w') && digits == 1);
    let closed = matches!(v.at(after), 0 | b',' | b'.' | b'\n' | b'\r' | b';' | b')' | b' ');
    // "Dublin 3 days ago"
    let counted = v.at(after) == b' ' && v.at(after + 1).is_ascii_lowercase();
    if (1..=2).contains(&digits) && closed && !counted { after } else { end }
}

#[rustfmt::skip]
static COUNTRIES: WordSet<256> = WordSet::of(&[
    "usa uk england scotland wales ireland germany deutschland allemagne france frankreich francia spain españa espana \
     spanien espagne italy italia italien italie netherlands nederland holland niederlande belgium belgië belgique \
     belgien austria österreich oesterreich switzerland schweiz suisse svizzera canada australia luxembourg luxemburg \
     portugal brasil brazil éire",
]);
const LONG: &[&str] = &[
    "united states of america",
    "united states",
    "united kingdom",
    "great britain",
    "northern ireland",
    "the netherlands",
    "new zealand",
];

/// End of the country whose name starts at `i`.
pub(super) fn country_end(v: View<'_>, i: usize) -> Option<usize> {
    let end = word_end(v, i);
    let word = v.slice(i, end);
    if word.is_empty() {
        return None;
    }
    if COUNTRIES.holds(word) || word == b"US" {
        return (!is_wordy(v.at(end))).then_some(end);
    }
    if !matches!(word.first().map(u8::to_ascii_lowercase), Some(b'u' | b'g' | b'n' | b't')) {
        return None;
    }
    if v.slice(i, i + 4).eq_ignore_ascii_case(b"u.k.") || v.slice(i, i + 4) == b"U.S." {
        let more = if v.slice(i + 4, i + 6) == b"A." { 6 } else { 4 };
        return Some(i + more);
    }
    let to = LONG.iter().map(|name| (name, i + name.len()));
    to.filter(|(name, to)| is_word(v.slice(i, *to), name) && !is_wordy(v.at(*to))).map(|(_, to)| to).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_are_known() {
        for (text, kind, clear, length) in [
            ("NY 10001", Kind::American, true, 2),
            ("ny", Kind::American, true, 2),
            ("in", Kind::American, false, 2),
            ("IN", Kind::American, true, 2),
            ("new york", Kind::American, true, 8),
            ("Texas", Kind::American, true, 5),
            ("NSW 2000", Kind::Australian, true, 3),
            ("vic", Kind::Australian, true, 3),
            ("ON", Kind::Canadian, true, 2),
            ("on", Kind::Canadian, false, 2),
            ("Québec", Kind::Canadian, true, 7),
            ("New South Wales", Kind::Australian, true, 15),
        ] {
            let region = region_at(View::new(text), 0).unwrap();
            assert_eq!((region.kind, region.clear, region.end), (kind, clear, length), "{text}");
        }
        for text in ["", "xy", "newest", "the", "it's", "in12", "Newer York"] {
            assert_eq!(region_at(View::new(text), 0), None, "{text}");
        }
    }

    #[test]
    fn counties_districts_and_states_of_brazil_end() {
        for (text, end) in
            [("Co. Kildare,", Some(11)), ("county down", Some(11)), ("co-op", None), ("Co. Ltd", None)]
        {
            assert_eq!(county_end(View::new(text), 0), end, "{text}");
        }
        for (text, end) in
            [("Dublin 4,", 8), ("dublin 6w", 9), ("Dublin 3 days", 6), ("Dublin 123", 6), ("Boston 4", 6)]
        {
            assert_eq!(district_end(View::new(text), 0, 6), end, "{text}");
        }
        for (text, at, end) in
            [("x - SP,", 4, Some(6)), ("x, RJ", 3, Some(5)), ("x SP", 2, None), ("x - sp", 4, None)]
        {
            assert_eq!(brazilian_end(View::new(text), at), end, "{text}");
        }
    }

    #[test]
    fn countries_end() {
        for (text, end) in [
            ("USA.", Some(3)),
            ("US", Some(2)),
            ("us", None),
            ("U.K.", Some(4)),
            ("united kingdom", Some(14)),
            ("United States of America", Some(24)),
            ("Österreich", Some(11)),
            ("usage", None),
            ("", None),
        ] {
            assert_eq!(country_end(View::new(text), 0), end, "{text}");
        }
    }
}
