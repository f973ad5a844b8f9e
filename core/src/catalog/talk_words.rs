//! What people say *about* a password, a user name or an answer where its value would stand.
//!
//! Comes in: a word in any case. Goes out: whether it is one of them.
use crate::text::word_set::WordSet;

/// Words that follow "password is" and tell something about it instead of telling it. Participles in `-ed`
/// and forms in `-ing`, `-ly`, `-able` need no place here.
pub(crate) static TALK: WordSet<2048> = WordSet::of(&[
    "refusée acceptée rejetée oubliée perdue expirée bloquée erronée rechazada aceptada recusada aceita rifiutata",
    "abgelehnt akzeptiert geweigerd nécessaire necessária necesaria requis requise obligatoire obligatorio",
    "otra otro autre andere erforderlich nötig notwendig vereist nodig falsches necessaria richiesta",
    "forgot forget idk dunno wrong weird strange cool great bad nice incorrect invalid right correct good",
    "fine okay secure safe weak strong same different new old empty blank unknown gone lost stolen",
    "forgotten broken hidden public private case reset change recovery protected required needed optional",
    "not also still never always again just only very really what where when there here that this they them",
    "your mine yours please help problem issue error fail failed failure link email mail username user",
    "login account page screen field prompt policy manager hint length short long simple easy hard",
    "complicated complex sensitive sent kept because since with without from into have does doesn didn isn",
    "wasn won cannot cant dont doesnt isnt wont anything nothing something everything below above attached",
    "ready stuck down back true false yes thanks thank sorry unable accepted mandatory confidential secret",
    "compromised hacked leaked known written on off temporary permanent default current like going being",
    "been ours theirs his hers their work works about before after obsolete outdated useless rejected",
    "insecure necessary password incorrecta incorrecto correcta correcto errónea erronea inválida invalida",
    "válida valida segura nueva vieja misma mala falsa caducada olvidada bloqueada débil debil demasiado",
    "esta está para porque buena secreta equivocada diferente muy incorrecte correcte invalide valide faux",
    "fausse mauvais bon perdu oublié oublie expiré expire nouveau ancien trop bloqué bloque refusé refuse",
    "erroné erronne toujours dans avec pour faible court même différent piraté compromis falsch richtig",
    "ungültig gültig abgelaufen vergessen gesperrt nicht neu alt zu kurz lang schwach sicher unsicher weg",
    "verloren bekannt unbekannt leider immer noch auch nur mein dein geändert gehackt geknackt gestohlen",
    "zurückgesetzt korrekt inkorrekt anders gleich kaputt errada errado incorreta incorreto invalido",
    "inválido válido valido certa certo correto esquecida esqueci esquecido bloqueado expirou expirada",
    "expirado antiga antigo nova novo mesmo fraca forte difícil fácil dificil facil não nao já mais sempre",
    "muito igual aquela estava outra outro mudou perdida roubada obrigatória obrigatorio curta longa minha",
    "desconhecida errato sbagliata sbagliato corretta corretto scaduta scaduto dimenticata dimenticato",
    "bloccata bloccato vecchia vecchio nuova nuovo stessa stesso debole sicura sicuro troppo ancora giusta",
    "giusto diversa diverso smarrita smarrito persa perso rubata rubato obbligatoria uguale quella quello",
    "lunga corta breve compromessa cambiata cambiato fout verkeerd onjuist ongeldig geldig verlopen",
    "vergeten geblokkeerd nieuw oude nieuwe zwak sterk veilig hetzelfde dezelfde niet steeds altijd kort",
    "kwijt gereset gewijzigd juist bekend onbekend gestolen veranderd gelijk verplicht leeg goed weer",
]);
