//! Brazil: the type first, the number behind a comma; district, city and state; the CEP with its hyphen.
use super::{addresses, none};

#[test]
fn brazilian_addresses() {
    addresses(&[
        "<<Rua das Flores, 123, São Paulo - SP, 01310-100>>",
        "<<Av. Paulista, 1578, Bela Vista, São Paulo - SP, 01310-200>>",
        "moro na <<Rua Sete de Setembro, 45, apto 302, Porto Alegre - RS>>",
        "<<Avenida Atlântica, 1702\nRio de Janeiro - RJ\n22021-001>>",
        "<<Travessa do Comércio, 8, Centro, Recife - PE, 50030-280>>",
        "entregar em <<Rua Augusta, 2200, casa 2, São Paulo, SP, 01412-100>>",
        "<<Praça da Sé, 100, São Paulo - SP, CEP 01001-000>>",
        "<<Alameda Santos, 700, bloco B, apto 51, São Paulo - SP>>",
        "<<Caixa Postal 1234, Curitiba - PR, 80010-970>>",
        "meu endereço é <<rua do sol, 77, salvador - BA>>",
        "<<Rua XV de Novembro, 900, Curitiba - PR, 80020-310, Brasil>>",
    ]);
}

#[test]
fn no_brazilian_addresses() {
    none(&[
        "a rua está fechada há 3 dias",
        "o pedido 01310-100 não chegou",
        "moro na rua há 12 anos",
        "o bloco 4 do texto está errado",
        "cheguei na praça às 10, depois liguei",
        "a caixa 12 veio vazia",
    ]);
}
