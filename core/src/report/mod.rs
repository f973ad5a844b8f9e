//! What was found and done, in numbers and names: safe to log.
//!
//! Comes in: one line per finding from `transform`. Goes out: counts, as a table or as JSON.
mod html;
pub(crate) mod words;

use core::fmt;

pub use html::HtmlReport;
use smallvec::SmallVec;

use crate::catalog::{CATALOG, CATALOG_VERSION};
use crate::entity::EntityType;
use crate::finding::Finding;

/// What was found in one text and what was done about it. Holds no part of the text.
///
/// ```
/// let out = wimple::redact("a@example.com and b@example.com")?;
/// assert_eq!(
///     out.report().counts().map(|(entity, operator, n)| format!("{entity} {operator} {n}")).collect::<Vec<_>>(),
///     ["EMAIL_ADDRESS label 2"],
/// );
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// Each finding counts once. One inside another that was replaced counts under the operator `covered`: its bytes went
/// with the outer one. `keep` also stands for what an allow list let through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What most texts hold needs no memory of its own.
    counts: SmallVec<[(EntityType, &'static str, usize); 2]>,
    input_bytes: usize,
    output_bytes: usize,
    findings: usize,
    specimens: usize,
    claimed: usize,
    allowed: usize,
}

impl Report {
    /// Takes down one finding and what was done about it.
    pub(crate) fn count(&mut self, finding: &Finding, operator: &'static str, allowed: bool) {
        self.findings += 1;
        self.specimens += usize::from(finding.evidence().specimen());
        self.claimed += usize::from(finding.evidence().claimed());
        self.allowed += usize::from(allowed);
        let entity = finding.entity_type();
        for (e, o, n) in &mut self.counts {
            // Names of operators are constants: mostly the same one is at the same place.
            if (core::ptr::eq(*o, operator) || *o == operator) && e == entity {
                *n += 1;
                return;
            }
        }
        self.counts.push((entity.clone(), operator, 1));
    }

    /// Ends the taking down: sizes are known.
    pub(crate) fn close(&mut self, input_bytes: usize, output_bytes: usize) {
        self.input_bytes = input_bytes;
        self.output_bytes = output_bytes;
    }

    /// Entity type, name of the operator, and how many findings; in catalogue order, then by the operator's name.
    pub fn counts(&self) -> impl Iterator<Item = (&EntityType, &'static str, usize)> {
        // Ordered when somebody looks: most reports are dropped unread, and redacting a short text takes less time.
        let mut counts: Vec<_> =
            self.counts.iter().map(|(entity, operator, n)| (entity, *operator, *n)).collect();
        counts.sort_by_cached_key(|(entity, operator, _)| (place(entity), *entity, *operator));
        counts.into_iter()
    }

    /// How many findings there were, nested ones included.
    pub fn findings(&self) -> usize {
        self.findings
    }

    /// Length of the text that came in, in bytes.
    pub fn input_bytes(&self) -> usize {
        self.input_bytes
    }

    /// Length of the text that went out, in bytes.
    pub fn output_bytes(&self) -> usize {
        self.output_bytes
    }

    /// How many findings were published test numbers or reserved values.
    pub fn specimens(&self) -> usize {
        self.specimens
    }

    /// How many findings failed their check and were believed because the writer named them.
    pub fn claimed(&self) -> usize {
        self.claimed
    }

    /// How many findings an allow list let through.
    pub fn allowed(&self) -> usize {
        self.allowed
    }

    /// Version of the catalogue that found them.
    pub fn catalog_version(&self) -> &'static str {
        CATALOG_VERSION
    }

    /// The report as one JSON object. Keys and lines have one order; the same report is the same text.
    ///
    /// ```
    /// let report = wimple::redact("nothing here")?.report().to_json();
    /// assert!(report.ends_with(r#""findings":0,"counts":[],"specimens":0,"claimed":0,"allowed":0}"#));
    /// # Ok::<(), wimple::Error>(())
    /// ```
    pub fn to_json(&self) -> String {
        let counts: Vec<String> = self
            .counts()
            .map(|(entity, operator, n)| {
                format!(r#"{{"type":{},"operator":{},"count":{n}}}"#, quoted(entity.name()), quoted(operator))
            })
            .collect();
        format!(
            r#"{{"catalog":{},"input_bytes":{},"output_bytes":{},"findings":{},"counts":[{}],"specimens":{},"claimed":{},"allowed":{}}}"#,
            quoted(self.catalog_version()),
            self.input_bytes,
            self.output_bytes,
            self.findings,
            counts.join(","),
            self.specimens,
            self.claimed,
            self.allowed
        )
    }
}

/// Where the catalogue has a type; a user's own types come after all of it.
fn place(entity: &EntityType) -> usize {
    CATALOG.iter().position(|entry| entry.id == entity.name()).unwrap_or(CATALOG.len())
}

/// A JSON string. The objects around them are written by hand, since their keys have an order to keep.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

impl fmt::Display for Report {
    /// A line per type and operator, the count first, and a line of totals.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.counts.iter().map(|(entity, ..)| entity.name().len()).max().unwrap_or(0);
        for (entity, operator, n) in self.counts() {
            writeln!(f, "{n:>6}  {:<width$}  {operator}", entity.name())?;
        }
        write!(
            f,
            "{:>6}  findings, {} bytes in, {} bytes out, catalogue {}",
            self.findings,
            self.input_bytes,
            self.output_bytes,
            self.catalog_version()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_an_object_with_keys_in_order() {
        let counts =
            smallvec::smallvec![(crate::entity::URL, "label", 2), (crate::entity::PERSON, "mask", 1)];
        let mut report = Report { counts, ..Report::default() };
        report.close(10, 12);
        let json = report.to_json();
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(value["counts"][0]["type"], "PERSON");
        assert_eq!(value["counts"][1]["count"], 2);
        let keys = [
            "catalog",
            "input_bytes",
            "output_bytes",
            "findings",
            "counts",
            "specimens",
            "claimed",
            "allowed",
        ];
        let places: Vec<_> = keys.iter().map(|k| json.find(&format!("\"{k}\":")).unwrap()).collect();
        assert!(places.is_sorted());
        assert_eq!(value.as_object().unwrap().len(), keys.len());
        assert_eq!(report.to_string().lines().count(), 3);
    }
}
