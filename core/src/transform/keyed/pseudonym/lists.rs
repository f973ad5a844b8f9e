//! The words that pseudonyms are made of, version 1.
//!
//! Never edited: another list is another version, beside this one, since every pseudonym depends on it. Names are common
//! ones from many countries, in ASCII and sorted; together they are nobody's in particular. Streets say that there are none.

/// Given names.
#[rustfmt::skip]
pub(super) static FIRST_NAMES: [&str; 256] = [
    "Abel", "Ada", "Adam", "Adele", "Adil", "Agnes", "Aida", "Aisha", "Akira", "Alan", "Alba", "Albert", "Alena",
    "Alex", "Alfred", "Ali", "Alice", "Alma", "Amal", "Amara", "Amelia", "Amir", "Ana", "Anders", "Andrea", "Anita",
    "Anna", "Anton", "Arda", "Ariel", "Arlo", "Arno", "Arthur", "Asha", "Astrid", "Aurora", "Axel", "Ayla", "Bao",
    "Barbara", "Basil", "Bea", "Ben", "Berta", "Bianca", "Boris", "Brenda", "Bruno", "Camila", "Carla", "Carlos",
    "Carmen", "Cecilia", "Celia", "Cesar", "Chiara", "Chloe", "Clara", "Claude", "Cora", "Cyril", "Dagmar", "Dalia",
    "Dana", "Daniel", "Dario", "David", "Deniz", "Diana", "Diego", "Dina", "Dora", "Doris", "Edgar", "Edith",
    "Eduardo", "Edwin", "Eileen", "Elena", "Elias", "Elif", "Elisa", "Ella", "Elsa", "Emil", "Emma", "Enzo", "Eric",
    "Erika", "Esra", "Esther", "Eva", "Fabian", "Farid", "Fatima", "Felix", "Fiona", "Flora", "Florian", "Frank",
    "Freya", "Frida", "Gabriel", "Gemma", "Georg", "Gerda", "Gina", "Giulia", "Gloria", "Grace", "Greta", "Gustav",
    "Hana", "Hanna", "Hans", "Harald", "Hassan", "Hazel", "Hector", "Hedda", "Heidi", "Helen", "Henri", "Hugo",
    "Ida", "Igor", "Ilse", "Imani", "Ines", "Ingrid", "Irene", "Iris", "Isaac", "Isabel", "Ismail", "Ivan", "Ivo",
    "Jade", "Jakob", "Jana", "Jasmin", "Javier", "Joan", "Jonas", "Jorge", "Josef", "Joy", "Juan", "Judith",
    "Julia", "Julian", "June", "Kaito", "Kamal", "Karen", "Karim", "Karl", "Katja", "Kemal", "Kenji", "Kira",
    "Klara", "Kofi", "Lara", "Lars", "Laura", "Layla", "Lea", "Leila", "Lena", "Leo", "Leon", "Liam", "Lidia",
    "Lila", "Lily", "Lin", "Lina", "Linda", "Lisa", "Livia", "Lola", "Lorenzo", "Lotte", "Louis", "Luca", "Lucia",
    "Luis", "Luisa", "Luna", "Lydia", "Magda", "Malik", "Manuel", "Mara", "Marco", "Maria", "Marina", "Mario",
    "Marta", "Martin", "Matteo", "Maya", "Mei", "Mia", "Mila", "Milan", "Mina", "Mira", "Miriam", "Mona", "Nadia",
    "Naomi", "Nia", "Nico", "Nils", "Nina", "Noah", "Noor", "Nora", "Olga", "Oliver", "Omar", "Oscar", "Otto",
    "Pablo", "Paola", "Paul", "Paula", "Pedro", "Petra", "Pia", "Priya", "Rafael", "Rana", "Rania", "Raul", "Remy",
    "Rita", "Robin", "Roman", "Rosa", "Ruth", "Salma", "Sami", "Samuel", "Sara", "Selma", "Simon", "Sofia",
    "Stella", "Tara", "Theo", "Tobias", "Vera", "Yusuf",
];

/// Family names.
#[rustfmt::skip]
pub(super) static LAST_NAMES: [&str; 256] = [
    "Abbott", "Acosta", "Adler", "Aguilar", "Ahlgren", "Albers", "Almeida", "Alvarez", "Amado", "Andersen", "Arbor",
    "Archer", "Arroyo", "Ashby", "Aydin", "Baker", "Baldwin", "Barros", "Bauer", "Becker", "Bell", "Benitez",
    "Berger", "Bianchi", "Bishop", "Blanc", "Blum", "Bosch", "Brandt", "Braun", "Brooks", "Brunner", "Burke",
    "Cabrera", "Calder", "Campos", "Cano", "Carter", "Castro", "Chandra", "Chavez", "Christensen", "Clarke",
    "Colombo", "Conti", "Cooper", "Cordova", "Costa", "Cruz", "Dahl", "Dalton", "Danielsen", "Darwish", "Delgado",
    "Demir", "Dietrich", "Dixon", "Dominguez", "Dorn", "Drake", "Dubois", "Duran", "Eberle", "Eklund", "Ellis",
    "Engel", "Erdogan", "Escobar", "Esposito", "Everett", "Fabre", "Falk", "Farah", "Farrell", "Ferrari", "Fischer",
    "Flores", "Fontaine", "Forster", "Foster", "Franco", "Frey", "Fuchs", "Fuentes", "Gallo", "Garnier", "Geller",
    "Gerber", "Gibson", "Girard", "Glaser", "Gomes", "Goto", "Graf", "Graham", "Greco", "Greenwood", "Grimm",
    "Guerrero", "Gupta", "Haas", "Haddad", "Hagen", "Hahn", "Hamid", "Hansen", "Harper", "Hartmann", "Hayashi",
    "Heller", "Henriksen", "Herrera", "Hidalgo", "Hoffman", "Holm", "Horn", "Huber", "Hughes", "Ibarra", "Ibrahim",
    "Inoue", "Ivanov", "Jacobs", "Jansen", "Jarvis", "Jensen", "Jimenez", "Johansson", "Jordan", "Kaiser", "Kane",
    "Kapoor", "Kaya", "Keller", "Khalil", "Kim", "Klein", "Knight", "Kobayashi", "Koch", "Kovac", "Kramer",
    "Krause", "Kumar", "Lambert", "Lang", "Larsen", "Laurent", "Lehmann", "Leroy", "Lindgren", "Lombardi", "Lopez",
    "Lorenz", "Lund", "Maier", "Malone", "Marino", "Marsh", "Marten", "Matos", "Maurer", "Mayer", "Medina", "Meier",
    "Mendes", "Mercado", "Meyer", "Miranda", "Molina", "Monroe", "Montoya", "Morales", "Moreau", "Moretti", "Moser",
    "Mueller", "Munoz", "Murata", "Nair", "Nakamura", "Navarro", "Nielsen", "Nolan", "Nordin", "Novak", "Nowak",
    "Oakley", "Okafor", "Olsen", "Ortega", "Osman", "Otto", "Pacheco", "Page", "Palmer", "Park", "Parra", "Pavlov",
    "Pereira", "Petersen", "Petit", "Pham", "Pinto", "Popescu", "Porter", "Prado", "Quinn", "Rahman", "Ramos",
    "Reed", "Reyes", "Ricci", "Richter", "Rivera", "Roche", "Rojas", "Romano", "Rossi", "Roth", "Roux", "Rowe",
    "Ruiz", "Russo", "Salazar", "Salman", "Santos", "Sato", "Sauer", "Schmid", "Schneider", "Schreiber", "Schulz",
    "Serrano", "Sharma", "Silva", "Simon", "Singh", "Soto", "Stein", "Sutter", "Suzuki", "Tanaka", "Taylor",
    "Thomsen", "Torres", "Unger", "Vargas", "Vogel", "Wagner", "Weber", "Werner", "Winkler", "Yilmaz", "Zapata",
    "Ziegler",
];

/// What streets are called after.
pub(super) static STREETS: [&str; 4] = ["Example", "Placeholder", "Sample", "Specimen"];

/// What streets are.
pub(super) static WAYS: [&str; 8] = ["Avenue", "Court", "Drive", "Lane", "Place", "Road", "Street", "Way"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::digest;

    #[test]
    fn lists_are_sorted_and_frozen() {
        for list in [&FIRST_NAMES[..], &LAST_NAMES, &STREETS, &WAYS] {
            assert!(list.windows(2).all(|pair| pair[0] < pair[1]), "sorted, and none twice");
            assert!(list.iter().all(|word| word.len() > 1 && word.bytes().all(|b| b.is_ascii_alphabetic())));
        }
        let of = |list: &[&str]| {
            digest(&list.iter().map(|word| word.as_bytes()).collect::<Vec<_>>())[..4].to_vec()
        };
        assert_eq!(
            [of(&FIRST_NAMES), of(&LAST_NAMES)],
            [[142, 11, 183, 164], [138, 118, 154, 118]],
            "another list is another version"
        );
    }
}
