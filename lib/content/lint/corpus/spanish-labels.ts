/** Labelled Spanish sentences about how people are named, blamed and helped. How to read a line stands in `corpus.ts`. */
export const spanishLabels = `
  rescue-language | En este curso aprenderá a rescatar a las niñas de la calle.
* rescue-language | Nuestra clínica ha salvado a muchas mujeres de los tratantes.
  rescue-language | Con una sola llamada usted puede liberar a un trabajador.
  rescue-language | Sea el héroe que esa niña espera.
* rescue-language | El consultorio es un faro de esperanza para la comunidad.
  rescue-language | Su tarea es sacarla de ahí esta misma noche.
  rescue-language | Juntos les devolvemos la vida y la dignidad.
* rescue-language | No espere: salve a la joven antes de que vuelva su jefe.
  rescue-language | Somos la voz de quienes no tienen voz.
  none | El personal no rescata; ofrece atención, información y opciones.
* none | Tenga un inhalador de rescate en el consultorio.
  none | Guarde los cambios antes de salir del portal.
  none | Querer salvar a alguien le quita opciones.
* none | En vez de rescatar, pregunte qué ayudaría esta noche.
  none | Trabaja en una bodega y consume heroína desde hace un año.
  none | El equipo de bomberos y rescate trajo a un paciente con quemaduras.
* none | Siéntese a la misma altura y libere un asiento junto a la puerta.
  stigma-language | La sala de espera estaba llena de drogadictos.
  stigma-language | Pregunte a la prostituta si usa condones.
* stigma-language | Los ilegales llegan tarde porque temen la cuenta.
  stigma-language | Anote que la paciente es incumplidora.
  stigma-language | El padrote suele manejar el carro.
* stigma-language | Es una paciente difícil que solo quiere llamar la atención.
  stigma-language | Las mujeres de la calle casi no van al dentista.
  stigma-language | El adicto del cuarto dos quiere irse.
* stigma-language | Una joven promiscua corre más peligro.
  none | Una persona con un trastorno por consumo puede ser controlada con la droga.
  none | En lugar de “incumplidora”, escriba lo que pasó: no tenía transporte.
* none | Es ilegal retener el pasaporte de un trabajador.
  none | La adicción puede ser un medio de control.
  none | Nunca escriba que alguien es adicto.
* none | La palabra prostituta oculta lo que se le hizo a una niña.
  none | Evite las bebidas alcohólicas con este medicamento.
  none | Fue una mañana difícil y la paciente quería descansar.
* victim-label | Ofrezca a la víctima una manta y un cuarto tranquilo.
  victim-label | Las víctimas rara vez lo cuentan.
  none | La ley federal habla de víctimas de una forma grave de trata.
* none | El fondo de compensación para víctimas del crimen puede pagar la terapia.
  none | Diga sobreviviente o persona, no víctima.
  none | La Ley de Protección a las Víctimas de la Trata es del año 2000.
* victim-blaming | ¿Por qué no se fue antes?
  victim-blaming | Debió saber que ese trabajo era un engaño.
  victim-blaming | Se dejó explotar durante años.
* victim-blaming | Muchas de ellas eligieron esa vida.
  victim-blaming | La paciente se puso en peligro al regresar.
  victim-blaming | En parte fue culpa suya por no leer el contrato.
* victim-blaming | Los jóvenes son ingenuos en internet.
  victim-blaming | Podía haberse ido cuando quisiera.
  victim-blaming | La paciente alega que la tenían encerrada.
* victim-blaming | Con esa ropa provocativa se lo buscó.
  victim-blaming | Si se niega a cooperar, ya no es asunto nuestro.
  none | Nada de lo que pasó fue culpa suya.
* none | “¿Por qué no se fue?” suena a reproche.
  none | Hay muchas razones por las que una persona se queda: deudas, amor, miedo, hijos.
  none | Se dejó caer en la silla y respiró.
* none | Usted debió pedir al acompañante que esperara afuera.
  none | Escriba “dice” en vez de “alega”.
  none | Póngase en su lugar: ¿a quién se lo contaría?
* none | Eligió la cita de la tarde y una enfermera mujer.
  none | Puede decir que no hoy y volver en un mes.
  none | La agencia se negó a pagar seis semanas de trabajo.
`
