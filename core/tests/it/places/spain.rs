//! Spain: type, name, number, floor and door; the postal code before the city.
use super::{addresses, none};

#[test]
fn spanish_addresses() {
    addresses(&[
        "Vivo en <<Calle Mayor 5, 28013 Madrid>>.",
        "<<C/ Alcalá, 45, 3º B, 28014 Madrid>>",
        "<<c/ alcalá 45, 28014 madrid>>",
        "mi dirección es <<calle mayor 5>>",
        "<<Calle de Alcalá nº 45, 28014 Madrid>>",
        "<<Avda. de la Constitución 20, 41001 Sevilla>>",
        "<<Avenida Diagonal 640, 08017 Barcelona>>",
        "<<Plaza Mayor 1, 37002 Salamanca>>",
        "<<Paseo de la Castellana, 95, planta 12, 28046 Madrid>>",
        "<<Carrer de Mallorca 401, 08013 Barcelona>>",
        "<<Gran Vía 28, 28013 Madrid>>",
        "<<Ronda de Atocha 7, 1º izq, 28012 Madrid>>",
        "<<Calle 25 de Mayo 12, 46002 Valencia>>",
        "<<Camino de Ronda 101, 18003 Granada>>",
        "<<Travesía de San Mateo 4, bajo, 28004 Madrid>>",
        "<<Avda. de la Constitución s/n, 41001 Sevilla>>",
        "<<Calle San Juan 8, 2º 1ª, 08201 Sabadell>>",
        "enviar a <<Calle Larga 3, 11401 Jerez de la Frontera>>, gracias",
        "<<Calle Triana 40, 35002 Las Palmas de Gran Canaria>>",
        "<<Plaza de España 2, 38003 Santa Cruz de Tenerife>>",
        "<<Carretera de Cádiz 178, 29004 Málaga>>",
        "<<calle luna 12 28004 madrid>> por favor",
        "<<CALLE MAYOR 5, 28013 MADRID>>",
        "<<Calle Sol, 3, piso 2, puerta 4, 46001 Valencia>>",
        "<<Rambla de Catalunya 15, 08007 Barcelona, España>>",
        "<<Apartado de Correos 123, 28080 Madrid>>",
        "<<Calle Alcalá 123 4ºD, 28009 Madrid>>",
        "me he mudado a <<avenida de américa 33>>",
    ]);
}

#[test]
fn no_spanish_addresses() {
    none(&[
        "calle a tiempo",
        "la calle está cerrada 3 días",
        "la calle 5 días cerrada",
        "hay una plaza de 20 metros",
        "en camino 2 paquetes",
        "la avenida tiene 4 carriles",
        "quedan 3 plazas libres",
        "el paseo dura 20 minutos",
        "ronda 3 de preguntas",
        "pedido 28013 en camino",
        "c/ iva 21",
        "apartado 4 del contrato",
        "vía correo en 3 días",
    ]);
}
