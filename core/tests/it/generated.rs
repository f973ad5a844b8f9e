//! What is made from the catalogue is current: the list of names, the notes, the page of all types, one explanation.
//!
//! `WIMPLE_BLESS=1 cargo test -p wimple --test it of_the_catalogue` writes them anew. What is compiled in is the old
//! form then: the next run holds the new one.
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use wimple::{Category, EntityInfo, EntityType, Sensitivity, entities};

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Compares a file with what it should be, or writes it. Line ends are the business of whoever checked it out.
fn hold(path: &str, should: &str) {
    let file = here(path);
    if std::env::var_os("WIMPLE_BLESS").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        return fs::write(&file, should).unwrap();
    }
    let is = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    let line = is.lines().zip(should.lines()).take_while(|(is, should)| is == should).count() + 1;
    assert!(
        is == should,
        "{path} differs from the catalogue, first at line {line}; write it anew with: \
         WIMPLE_BLESS=1 cargo test -p wimple --test it of_the_catalogue"
    );
}

/// What is reported, sorted by id.
fn reported() -> Vec<EntityInfo> {
    let mut list: Vec<EntityInfo> = entities().filter(|e| e.category() != Category::Benign).collect();
    list.sort_by_key(EntityInfo::id);
    list
}

#[test]
fn the_names_are_those_of_the_catalogue() {
    let path = "src/entity/names.rs";
    let text = fs::read_to_string(here(path)).unwrap();
    let head = text.split("names! {\n").next().unwrap();
    let rows: String =
        reported().iter().map(|e| format!("    /// {}.\n    {},\n", e.title(), e.id())).collect();
    hold(path, &format!("{head}names! {{\n{rows}}}\n"));
    if std::env::var_os("WIMPLE_BLESS").is_none() {
        for id in reported().iter().map(EntityInfo::id) {
            assert_eq!(EntityType::builtin(id).map(|e| e.name().to_string()).as_deref(), Some(id));
        }
    }
}

/// The prose at the top of an entry's file.
struct Note {
    about: String,
    check: String,
}

/// The notes of all entries, read from their files: everything up to the first heading, and the section `# Check`.
fn notes() -> BTreeMap<String, Note> {
    let mut files = Vec::new();
    for shelf in fs::read_dir(here("src/catalog")).unwrap().map(|shelf| shelf.unwrap().path()) {
        if shelf.is_dir() {
            files.extend(fs::read_dir(shelf).unwrap().map(|file| file.unwrap().path()));
        }
    }
    let mut notes = BTreeMap::new();
    for file in files {
        let source = fs::read_to_string(&file).unwrap();
        let head = doc(source.lines(), "//!");
        for (place, _) in source.match_indices(": Entry = ") {
            let (before, rest) = source.split_at(place);
            let id = rest.split('"').nth(1).unwrap();
            // A row of a family has its prose right above it, a file of its own at its top.
            let above = before.lines().rev().skip(1).take_while(|line| line.starts_with("///"));
            let own = doc(above.collect::<Vec<_>>().into_iter().rev(), "///");
            let doc = if own.is_empty() { &head } else { &own };
            let note = Note { about: section(doc, ""), check: section(doc, "Check") };
            assert!(notes.insert(id.to_string(), note).is_none(), "{id} has one file");
        }
    }
    notes
}

/// The lines of a doc comment, without what marks them as such.
fn doc<'s>(lines: impl Iterator<Item = &'s str>, mark: &str) -> Vec<&'s str> {
    lines.map_while(|line| line.strip_prefix(mark)).map(str::trim).collect()
}

/// One section of a doc comment, its paragraphs in one line each and an empty line between them.
fn section(doc: &[&str], heading: &str) -> String {
    let mut current = "";
    let mut text = String::new();
    for &line in doc {
        if let Some(name) = line.strip_prefix("# ") {
            current = name;
        } else if current == heading {
            let gap = if text.is_empty() || text.ends_with('\n') { "" } else { " " };
            let _ = if line.is_empty() { write!(text, "\n\n") } else { write!(text, "{gap}{line}") };
        }
    }
    text.trim().to_string()
}

#[test]
fn the_notes_are_those_of_the_catalogue() {
    let (path, notes) = ("src/catalog/notes.rs", notes());
    for entry in entities() {
        let note = notes.get(entry.id()).unwrap_or_else(|| panic!("{}: its file is found", entry.id()));
        assert!(!note.about.is_empty(), "{}: its file says at its top what it is", entry.id());
    }
    let text = fs::read_to_string(here(path)).unwrap();
    let head = text.split("static NOTES").next().unwrap();
    let rows: String = notes
        .iter()
        .map(|(id, note)| {
            format!("    Note {{ id: {id:?}, about: {:?}, check: {:?} }},\n", note.about, note.check)
        })
        .collect();
    hold(path, &format!("{head}static NOTES: &[Note] = &[\n{rows}];\n"));
}

/// Python and C compare their own with these files.
#[test]
fn the_explanation_is_that_of_the_catalogue() {
    let info = EntityInfo::of("US_SSN").unwrap();
    hold("tests/data/us_ssn.txt", &info.to_text());
    hold("tests/data/us_ssn.json", &format!("{}\n", info.to_json()));
}

#[test]
fn the_page_is_that_of_the_catalogue() {
    hold("../docs/entities.md", &page(&notes()));
}

/// `docs/entities.md`: a table for each category, then a section for each type.
fn page(notes: &BTreeMap<String, Note>) -> String {
    let all: Vec<EntityInfo> = entities().collect();
    let off = all.iter().filter(|e| !e.by_default() && e.category() != Category::Benign).count();
    let mut page = format!(
        "# Entity types\n\n\
         Generated from the catalogue (version {}): \
         `WIMPLE_BLESS=1 cargo test -p wimple --test it of_the_catalogue` writes it anew.\n\n\
         {} types can be found, {} only where a policy asks for them. At the end are the harmless things that are known so \
         that they are not taken for data. `wimple explain TYPE` prints the same as this page.\n\n\
         In the examples the value stands between `<<` and `>>` where it is not the whole text; secrets are cut short. The \
         notation of forms is told in [shape.rs](../core/src/catalog/shape.rs).\n",
        wimple::CATALOG_VERSION,
        reported().len(),
        if off == 0 { "none of them".to_string() } else { format!("{off} of them") },
    );
    for category in Category::ALL {
        let these: Vec<&EntityInfo> = all.iter().filter(|e| e.category() == category).collect();
        if these.is_empty() {
            continue;
        }
        let _ = write!(
            page,
            "\n## {}\n\n| Type | What | Sensitivity | Default |\n|---|---|---|---|\n",
            title(category)
        );
        for entry in &these {
            let id = entry.id();
            let _ = writeln!(
                page,
                "| [`{id}`](#{}) | {} | {} | {} |",
                id.to_lowercase(),
                cell(entry.title()),
                entry.sensitivity().name(),
                default(entry)
            );
        }
        for entry in these {
            section_of(entry, &notes[entry.id()], &mut page);
        }
    }
    page
}

fn section_of(entry: &EntityInfo, note: &Note, page: &mut String) {
    let _ = write!(page, "\n### {}\n\n", entry.id());
    if !note.about.starts_with(entry.title()) {
        let _ = write!(page, "{}.\n\n", entry.title());
    }
    let _ = write!(page, "{}\n\n", note.about);
    let mut row = |name: &str, value: &str| {
        if !value.is_empty() {
            let _ = writeln!(page, "- **{name}**: {value}");
        }
    };
    row("Category", &format!("{}, sensitivity {}", entry.category(), entry.sensitivity().name()));
    row("Default set", default(entry));
    row("Score", &format!("{} before check and context", entry.score()));
    if entry.shape().len() > 300 {
        row("Form", "one for each country");
    } else if !entry.shape().is_empty() {
        row("Form", &code(entry.shape()));
    }
    let check = note.check.replace("\n\n", " ");
    row(
        "Check",
        match entry.has_check() {
            _ if !check.is_empty() => &check,
            true => "yes",
            false => "none",
        },
    );
    row("Led to by", &entry.cues().join(", "));
    row("Words near", &entry.context().join(", "));
    row("Hinted by", &entry.hints().join(", "));
    page.push_str("\nFound:\n\n");
    for example in entry.finds() {
        let _ = writeln!(page, "- {}", code(&shown(entry, example)));
    }
    page.push_str("\nNot found:\n\n");
    for (example, reason) in entry.skips() {
        let _ = writeln!(page, "- {}: {reason}", code(&shown(entry, example)));
    }
    page.push_str("\nSources:\n\n");
    for source in entry.sources() {
        let _ = writeln!(page, "- {source}");
    }
}

fn title(category: Category) -> String {
    match category {
        Category::Benign => "Harmless things".to_string(),
        Category::GovernmentId => "Government ids".to_string(),
        _ => {
            let name = category.name();
            name[..1].to_uppercase() + &name[1..]
        }
    }
}

fn default(entry: &EntityInfo) -> &'static str {
    match (entry.category(), entry.by_default()) {
        (Category::Benign, _) => "never reported",
        (_, true) => "yes",
        (_, false) => "no",
    }
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

/// A code span that holds any text on one line.
fn code(text: &str) -> String {
    let text = text.replace('\n', "⏎");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if longest > 0 || text.starts_with(' ') && text.ends_with(' ') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// An example as it may stand in a repository: what is shaped like a secret is cut, so that no scanner takes the page
/// for a leak.
fn shown(entry: &EntityInfo, example: &str) -> String {
    if entry.category() != Category::Secret && entry.sensitivity() != Sensitivity::Critical {
        return example.to_string();
    }
    let of_token = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let mut out = String::new();
    let mut rest = example;
    while !rest.is_empty() {
        let (run, after) = rest.split_at(rest.find(|c| !of_token(c)).unwrap_or(rest.len()));
        let random = run.contains(|c: char| c.is_ascii_digit())
            || run.contains(|c: char| c.is_ascii_lowercase())
                && run.contains(|c: char| c.is_ascii_uppercase());
        match run.len() > 16 && random {
            true => out.extend([&run[..6], "…"]),
            false => out.push_str(run),
        }
        let (between, after) = after.split_at(after.find(of_token).unwrap_or(after.len()));
        out.push_str(between);
        rest = after;
    }
    out
}
